"""The shape of the database, revision by revision: dated slugs, up and down, the same on both databases."""
