"""What the room shows in the pages of others, one module per concern."""
