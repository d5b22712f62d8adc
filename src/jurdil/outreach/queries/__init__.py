"""The room's readings."""
