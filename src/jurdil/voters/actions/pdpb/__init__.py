"""The acts of the quarterly update."""

from .deciding import accept_together
from .intake import Letter, receive, take_rows
from .locks import set_lock
from .plenary import announce, determine, hand_copy, prepare_plenary
from .quarter import open_quarter, set_dates
from .sidalih import note_sidalih
from .visits import Followed, ask_after_voting, ask_visits, assign, print_visits, record_visit

__all__ = [
    "Followed",
    "Letter",
    "accept_together",
    "announce",
    "ask_after_voting",
    "ask_visits",
    "assign",
    "determine",
    "hand_copy",
    "note_sidalih",
    "open_quarter",
    "prepare_plenary",
    "print_visits",
    "receive",
    "record_visit",
    "set_dates",
    "set_lock",
    "take_rows",
]
