"""Made-up data that benches measure on."""
