"""Steps of double entry that acts and queries share."""
