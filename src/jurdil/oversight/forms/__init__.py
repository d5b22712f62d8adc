"""Forms of the room, by concern."""
