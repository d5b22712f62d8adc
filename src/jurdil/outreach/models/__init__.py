"""Tables of the room, one module per concern."""
