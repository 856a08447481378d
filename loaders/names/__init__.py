"""Names: recognising them, telling their kinds, and resolving them to entities."""
