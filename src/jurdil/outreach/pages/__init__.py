"""What pages need beside their readings, one module per concern."""
