"""Municipalities, their organizations and departments."""
