"""Evaluations, press releases, news about the office."""

from .evaluation import Evaluation, Remark
from .media import ChannelMonth, Clipping, SheetSent
from .press import Release, ReleaseStep, ReleaseVersion, Reply

__all__ = [
    "ChannelMonth",
    "Clipping",
    "Evaluation",
    "Release",
    "ReleaseStep",
    "ReleaseVersion",
    "Remark",
    "Reply",
    "SheetSent",
]
