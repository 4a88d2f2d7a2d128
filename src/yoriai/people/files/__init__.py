"""Files: the only way to bytes. Whatever came in on the Internet side is read by others only as we built it anew."""
