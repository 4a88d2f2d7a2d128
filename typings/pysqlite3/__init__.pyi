"""The wheel of a newer SQLite: the same interface as the standard library's module, in a package of its own."""
