"""Bytes that are too many for the database: sealed, streamed, and found again by names that we make ourselves."""
