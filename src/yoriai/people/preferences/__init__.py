"""What a person has chosen for themselves: the same on every device."""
