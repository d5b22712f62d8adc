"""Socialization and voter education: bases, methods, attendance, tests, coverage, materials."""
