"""Activities on a village's page, and what waits for verification on the home page."""
