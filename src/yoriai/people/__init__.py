"""Who: municipalities, their people, and who is signed in from where."""
