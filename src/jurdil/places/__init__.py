"""Places: regions, dapil, TPS, boundaries."""
