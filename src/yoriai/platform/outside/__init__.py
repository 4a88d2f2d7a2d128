"""What is done outside of this process, because it could hurt it or because it belongs to others."""
