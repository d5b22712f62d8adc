"""Participation: turnout, its index, observers and polls, contests. Pure rules with articles."""
