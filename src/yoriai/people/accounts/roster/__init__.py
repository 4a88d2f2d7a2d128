"""The roster file: read, checked row by row, and taken over as a whole or not at all."""
