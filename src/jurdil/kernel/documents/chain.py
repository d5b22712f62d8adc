"""The approval chain as a table: draft, two initials, signature; nothing is skipped."""

from jurdil.kernel.models import Document

State = Document.State

FORWARD: dict[str, str] = {
    State.DRAFT: State.SUBHEAD,
    State.SUBHEAD: State.SECRETARY,
    State.SECRETARY: State.SIGNED,
}
"""The next state of each step."""

OPEN = frozenset({State.SUBHEAD, State.SECRETARY})
"""States from which a paper can be sent back to its draft."""

ENDED = frozenset({State.SIGNED, State.WITHDRAWN})


def follows(before: str, after: str) -> bool:
    """Whether the chain allows to go from `before` to `after` in one step."""
    if after == State.DRAFT:
        return before in OPEN
    if after == State.WITHDRAWN:
        return before != State.WITHDRAWN
    return FORWARD.get(before) == after
