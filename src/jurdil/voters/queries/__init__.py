from .people import Filter, Moment, by_name, by_number, family, history, voter, voters

__all__ = ["Filter", "Moment", "by_name", "by_number", "family", "history", "voter", "voters"]
