"""What the room prints: invitation, minutes, the list of attendance, notes."""
