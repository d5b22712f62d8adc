"""The present rows of the room: calculations and the decisions they follow."""

from collections.abc import Iterable

from django.db.models import Max, QuerySet

from jurdil.kernel.models import Decision, Election
from jurdil.seats.models import KeputusanSeri, Perhitungan

KIND = "seats.kursi"
"""Kind of the kernel's decision that determines seats, elected members or the elected pair."""


def present_runs(election_id: int, contest: str) -> list[Perhitungan]:
    """The newest calculation of every dapil, in order of the dapil's codes."""
    newest = (
        Perhitungan.objects.filter(election_id=election_id, contest=contest)
        .values("dapil")
        .annotate(newest=Max("pk"))
        .values("newest")
    )
    rows = Perhitungan.objects.filter(pk__in=newest).prefetch_related("steps", "people")
    return sorted(rows, key=lambda run: party_order(run.dapil))


def runs_in_force(election_id: int, contest: str) -> list[Perhitungan]:
    """The calculations that were determined; the present ones while nothing is determined."""
    decision = determinations(election_id, contest).first()
    if decision is None:
        return present_runs(election_id, contest)
    newest = (
        Perhitungan.objects.filter(
            election_id=election_id, contest=contest, recorded_at__lte=decision.decided_at
        )
        .values("dapil")
        .annotate(newest=Max("pk"))
        .values("newest")
    )
    rows = Perhitungan.objects.filter(pk__in=newest).prefetch_related("steps", "people")
    found = sorted(rows, key=lambda run: party_order(run.dapil))
    # A training clock that was set back can make every calculation younger than its determination.
    return found or present_runs(election_id, contest)


def won_by(run: Perhitungan) -> dict[str, int]:
    """Seats by party: of the steps, or of those elected where only an older result is known."""
    won = dict.fromkeys(in_order(run.votes), 0)
    if run.source == Perhitungan.Source.FILE:
        for person in run.people.all():
            won[person.party] += person.elected
    else:
        for step in run.steps.all():
            won[step.party] += 1
    return won


def present_run(election_id: int, contest: str, dapil: str) -> Perhitungan:
    """The newest calculation of a dapil. Raises Perhitungan.DoesNotExist."""
    rows = Perhitungan.objects.filter(election_id=election_id, contest=contest, dapil=dapil)
    found = rows.order_by("-number").first()
    if found is None:
        raise Perhitungan.DoesNotExist
    return found


def decisions_on(election_id: int, contest: str, dapil: str) -> list[KeputusanSeri]:
    """All decisions on ties of a dapil, the oldest first."""
    return list(
        KeputusanSeri.objects.filter(
            election_id=election_id, contest=contest, dapil=dapil
        ).select_related("document")
    )


def determinations(election_id: int, contest: str) -> QuerySet[Decision]:
    """The determinations of a contest's seats or pair, the newest first."""
    return (
        Decision.objects.filter(
            kind=KIND, election_id=election_id, parts__dataset__endswith=f".{contest}"
        )
        .distinct()
        .order_by("-pk")
    )


def determined_contests(path: str) -> list[tuple[int, str]]:
    """Running elections and contests in a place whose seats or pair are determined."""
    rows = Decision.objects.filter(
        kind=KIND, path__within=path, election__state=Election.State.RUNNING
    )
    found = rows.values_list("election_id", "parts__dataset").distinct()
    return sorted({(election, dataset.rpartition(".")[2]) for election, dataset in found})


def party_order(code: str) -> tuple[int, str]:
    """Sorts ballot numbers as numbers, and names after them."""
    return (int(code), "") if code.isdigit() else (10**6, code)


def in_order(codes: Iterable[str]) -> list[str]:
    """Party codes as the ballot has them."""
    return sorted(codes, key=party_order)
