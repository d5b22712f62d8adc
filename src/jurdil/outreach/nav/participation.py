"""Links to participation, observers and contests."""
