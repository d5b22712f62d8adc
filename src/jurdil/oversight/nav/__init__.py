"""Links of the room in the left column, one module per concern."""
