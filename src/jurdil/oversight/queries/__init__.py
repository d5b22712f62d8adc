"""The room's readings, by concern."""
