"""Links to activities, coverage and materials."""
