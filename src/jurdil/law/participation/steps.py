"""The machines of the room: a registration of observers or polls, and a contest."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class IllegalStep(ValueError):
    """A step that the state does not allow."""


class Registration(StrEnum):
    """Where a registration stands."""

    RECEIVED = "diterima"
    RETURNED = "dikembalikan"
    COMPLETE = "lengkap"
    ACCREDITED = "terakreditasi"
    REFUSED = "ditolak"
    REVOKED = "dicabut"
    WITHDRAWN = "ditarik"


class RegistrationStep(StrEnum):
    """What happens to a registration."""

    RETURN = "kembalikan"
    RESUBMIT = "terima-perbaikan"
    COMPLETE = "nyatakan-lengkap"
    ACCREDIT = "akreditasi"
    REFUSE = "tolak"
    REVOKE = "cabut"
    WITHDRAW = "tarik"


class Contest(StrEnum):
    """Where a contest stands."""

    DRAFT = "disusun"
    OPEN = "dibuka"
    JUDGING = "dinilai"
    RANKED = "ditetapkan"
    ANNOUNCED = "diumumkan"
    CANCELLED = "dibatalkan"


class ContestStep(StrEnum):
    """What happens to a contest."""

    OPEN = "buka"
    JUDGE = "mulai-menilai"
    RANK = "tetapkan"
    ANNOUNCE = "umumkan"
    CANCEL = "batal"


REASONED = frozenset(
    {
        RegistrationStep.RETURN,
        RegistrationStep.REFUSE,
        RegistrationStep.REVOKE,
        RegistrationStep.WITHDRAW,
        ContestStep.CANCEL,
    }
)
"""Steps that need a reason."""

DOCUMENTED = frozenset(
    {RegistrationStep.ACCREDIT, RegistrationStep.REFUSE, RegistrationStep.REVOKE}
)
"""Steps that need the number and date of the decree or certificate."""

_REGISTRATION: Mapping[tuple[Registration, RegistrationStep], Registration] = {
    (Registration.RECEIVED, RegistrationStep.COMPLETE): Registration.COMPLETE,
    (Registration.RECEIVED, RegistrationStep.RETURN): Registration.RETURNED,
    (Registration.RECEIVED, RegistrationStep.WITHDRAW): Registration.WITHDRAWN,
    (Registration.RETURNED, RegistrationStep.RESUBMIT): Registration.RECEIVED,
    (Registration.RETURNED, RegistrationStep.REFUSE): Registration.REFUSED,
    (Registration.RETURNED, RegistrationStep.WITHDRAW): Registration.WITHDRAWN,
    (Registration.COMPLETE, RegistrationStep.ACCREDIT): Registration.ACCREDITED,
    (Registration.COMPLETE, RegistrationStep.REFUSE): Registration.REFUSED,
    (Registration.COMPLETE, RegistrationStep.WITHDRAW): Registration.WITHDRAWN,
    (Registration.ACCREDITED, RegistrationStep.REVOKE): Registration.REVOKED,
}
_CONTEST: Mapping[tuple[Contest, ContestStep], Contest] = {
    (Contest.DRAFT, ContestStep.OPEN): Contest.OPEN,
    (Contest.DRAFT, ContestStep.CANCEL): Contest.CANCELLED,
    (Contest.OPEN, ContestStep.JUDGE): Contest.JUDGING,
    (Contest.OPEN, ContestStep.CANCEL): Contest.CANCELLED,
    (Contest.JUDGING, ContestStep.RANK): Contest.RANKED,
    (Contest.JUDGING, ContestStep.CANCEL): Contest.CANCELLED,
    (Contest.RANKED, ContestStep.ANNOUNCE): Contest.ANNOUNCED,
}


def registration_after(state: Registration, step: RegistrationStep) -> Registration:
    """The state that a step leads to. Raises IllegalStep."""
    try:
        return _REGISTRATION[state, step]
    except KeyError:
        raise IllegalStep(f"{step} does not follow {state}") from None


def contest_after(state: Contest, step: ContestStep) -> Contest:
    """The state that a step leads to. Raises IllegalStep."""
    try:
        return _CONTEST[state, step]
    except KeyError:
        raise IllegalStep(f"{step} does not follow {state}") from None


def registration_steps(state: Registration) -> tuple[RegistrationStep, ...]:
    """The steps that may come next."""
    return tuple(step for known, step in _REGISTRATION if known == state)


def contest_steps(state: Contest) -> tuple[ContestStep, ...]:
    """The steps that may come next."""
    return tuple(step for known, step in _CONTEST if known == state)
