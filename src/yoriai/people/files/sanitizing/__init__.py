"""無害化: a new file made of what was seen in a foreign one, or the reason why there is none. It keeps nothing."""
