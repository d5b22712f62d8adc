"""The room's forms: they check shapes; rules are the acts' own."""
