"""What the templates print, prepared: words, states and figures; no reading of tables here."""
