"""アカウントの依頼: a unit asks for an account, for a change of one, or for its end (ORG-10)."""
