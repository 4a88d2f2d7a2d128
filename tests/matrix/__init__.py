"""Every operation, tried by everybody on everything: the table of who may do what (N6)."""
