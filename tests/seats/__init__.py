"""Seats, elected members, replacements, and dapil."""
