"""Arranging the units of an organization: adding, naming, moving, closing, and what was done to each."""
