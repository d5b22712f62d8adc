"""Positions and shapes of charts, computed in Python so that templates only print them."""
