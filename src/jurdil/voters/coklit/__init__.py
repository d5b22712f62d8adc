"""Coklit at the door: preparing the households of a village, recording what was found."""
