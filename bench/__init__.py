"""Measurements, never tests: each module has ``run() -> Table`` and says what it compares."""
