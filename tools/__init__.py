"""What builds, checks and measures Yoriai. Nothing in here is part of the running server."""
