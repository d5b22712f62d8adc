"""The room's acts, by concern."""
