"""The tasks that stand for the steps of a quarter."""

from jurdil.voters.models import Revisi


def task_source(revision: Revisi, step: str) -> str:
    """How the task of a step of a quarter is known."""
    return f"voters:pdpb:{revision.pk}:{step}"
