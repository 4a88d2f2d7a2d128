"""Why something is refused: the rule that decides, named by the code that decides (ADMIN-16)."""
