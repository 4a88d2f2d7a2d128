"""Ground rules that every part leans on: refusals, ids, Japanese text, dates."""
