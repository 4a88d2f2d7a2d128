"""The people of a municipality: their accounts, the directory and the roster file."""
