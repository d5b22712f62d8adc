"""Forms of the room: they check shapes; rules are the acts' own."""
