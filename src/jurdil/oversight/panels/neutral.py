"""Clocks of neutrality among those of the house, and where its sources lead."""

from jurdil.law.text import Text
from jurdil.oversight import clocks_ahead, queries, sources

clocks_ahead.register(
    "neutral",
    Text("Netralitas", "Neutrality"),
    queries.neutral_clocks,
    right="oversight.neutral",
)
clocks_ahead.register(
    "dispute",
    Text("Sengketa proses", "Process disputes"),
    queries.dispute_clocks,
    right="oversight.dispute",
)
sources.register(
    "dispute",
    Text("Sengketa proses", "Process dispute"),
    "oversight:dispute",
    right="oversight.dispute",
)
sources.register(
    "money", Text("Politik uang", "Money politics"), "oversight:money", right="oversight.money"
)
sources.register(
    "neutral", Text("Netralitas", "Neutrality"), "oversight:neutral", right="oversight.neutral"
)
