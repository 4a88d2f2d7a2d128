"""What somebody signed in may do, as plain data."""
