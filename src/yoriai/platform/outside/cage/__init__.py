"""A cage for whatever reads foreign files: one process, which reaches nothing and is ended with all that it has begun (R8)."""
