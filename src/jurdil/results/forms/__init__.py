"""Forms that people fill in, one module per concern."""
