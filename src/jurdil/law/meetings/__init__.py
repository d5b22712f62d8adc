"""Meetings of an office: kinds, quorum, states, attendance, the code on the wall, names of guests.

PKPU 8/2019 art. 60 makes the plenary the highest forum of decision; the data stand in
``regimes/rutin/meetings.toml``.
"""
