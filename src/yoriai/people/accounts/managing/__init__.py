"""What administrators do with people: the table, adding, changing, moving, stopping, roles and groups."""
