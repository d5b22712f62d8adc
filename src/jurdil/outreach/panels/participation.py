"""Participation in the pages of others."""
