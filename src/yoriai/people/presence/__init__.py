"""Whether a colleague can be reached: in bands and words, never to the minute."""
