"""Bodies as other bodies see them: which there are, and what each has decided about the others."""
