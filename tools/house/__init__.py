"""The rules of this house that no off-the-shelf linter knows, a file for each kind of rule."""
