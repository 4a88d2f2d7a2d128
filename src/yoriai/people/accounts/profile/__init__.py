"""Fields that a body adds to its people, and what is kept in them."""
