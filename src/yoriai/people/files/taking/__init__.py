"""What may be brought and what may be saved: the rules of a body by network, client and role, and who is told which."""
