"""所属アカウント: one account of a unit, in whose name several named people speak, each with their own sign-in."""
