"""Tables of the room, by concern."""
