"""Random walks over the chain: no illegal state, totals exact at every step and level."""

from unittest.mock import patch

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, performing
from jurdil.law.voters.flow import Count
from jurdil.voters import actions, changing, plenaries, recap
from jurdil.voters.models import PemilihVersi, Pleno, Revisi, RevisiDesa
from jurdil.voters.pdpb.counting import by_village, together
from jurdil.voters.steps import CHAIN, FINAL, STEPS
from tests.voters import chain_ground as ground
from tests.voters.people import elements

KINDS = [step.kind for step in CHAIN]
moves = st.one_of(
    st.tuples(st.just("masuk"), st.sampled_from(ground.VILLAGES), st.sampled_from("LP")),
    st.tuples(st.just("coret"), st.sampled_from(ground.VILLAGES), st.just("")),
    st.tuples(st.just("pindah"), st.sampled_from(ground.VILLAGES), st.just("")),
    st.tuples(st.just("buka"), st.sampled_from(KINDS), st.just("")),
    st.tuples(
        st.just("pleno"), st.sampled_from((*ground.VILLAGES, "73.12.01", "73.12.02")), st.just("")
    ),
    st.tuples(st.just("maju"), st.just(""), st.just("")),
)


_NEXT = ("maju", "", "")
_HERE, _THERE = ground.VILLAGES[0], ground.VILLAGES[2]
TO_THE_END = [
    *(("masuk", village, sex) for village in ground.VILLAGES for sex in "LLP"),
    *(one for _step in range(6) for one in (_NEXT, ("pindah", _HERE, ""), _NEXT)),
    *(("coret", _THERE, ""), _NEXT, ("coret", _THERE, ""), _NEXT, ("masuk", _HERE, "P")),
]
"""Every revision up to a DPTHP, with changes between and after."""


class Walk:
    """A chain under test; `kept` are the figures of every village that was ever fixed."""

    def __init__(self) -> None:
        self.election = ground.regency()
        self.by = ground.member()
        self.kept: dict[tuple[int, str], Count] = {}

    def change(self, what: str, village: str, sex: str) -> None:
        with performing("tests.walk"):
            change = changing.begin(self.by, village, source="uji")
            if what == "masuk":
                new = changing.NewVoter(elements(jenis_kelamin=sex), tps=f"{village}/001")
                changing.add(change, [new])
                return
            rows = PemilihVersi.objects.filter(village=village, until_rev__isnull=True)
            row = rows.filter(status="aktif").first()
            if row is not None and what == "coret":
                changing.strike(change, row, "1", "pemilu-2024")
            elif row is not None:
                other = next(one for one in ground.VILLAGES if one != village)
                changing.carry(change, changing.begin(self.by, other, source="uji"), row)

    def open(self, kind: str) -> None:
        actions.open_revision(by=self.by, election_id=self.election.pk, kind=kind, basis="Surat 1")

    def hold(self, path: str) -> None:
        held = Revisi.objects.order_by("-pk").first()
        if held is None:
            return
        level = {1: "kabko", 2: "kecamatan", 3: "desa"}[path.count(".")]
        if not Pleno.objects.filter(revision=held, path=path).exists():
            with performing("tests.walk"):
                Pleno.objects.create(
                    revision=held, level=level, path=path, meeting=1, prepared_at=clock.now()
                )
        if level == "kabko":
            actions.determine(by=self.by, revision_id=held.pk)
        else:
            actions.hold_plenary(by=self.by, revision_id=held.pk, path=path)

    def advance(self) -> None:
        """The next legal step, so that walks get far."""
        held = Revisi.objects.order_by("-pk").first()
        if held is None or held.state == Revisi.State.DETERMINED:
            kind = KINDS[0] if held is None else KINDS[min(KINDS.index(held.kind) + 1, 6)]
            self.open(kind)
        elif held.kind == Revisi.Kind.SOURCE:
            actions.fix_source(by=self.by, revision_id=held.pk)
        else:
            done = set(
                Pleno.objects.filter(revision=held, state="selesai").values_list("path", flat=True)
            )
            places = {"desa": ground.VILLAGES, "kecamatan": ("73.12.01", "73.12.02")}
            for level in STEPS[held.kind].levels:
                for path in places.get(level, ("73.12",)):
                    if path not in done:
                        self.hold(path)

    def check(self) -> None:
        rows = list(Revisi.objects.order_by("pk"))
        assert [row.kind for row in rows[:6]] == KINDS[: min(len(rows), 6)]
        assert sum(row.state == Revisi.State.DRAFT for row in rows) <= 1
        for row in rows:
            self.check_figures(row)

    def check_figures(self, row: Revisi) -> None:
        found = by_village(row, "73.12")
        fixed = set(RevisiDesa.objects.filter(revision=row).values_list("village", flat=True))
        for village, one in found.items():
            assert one.flow.holds, (row.kind, village)
            if village in fixed:
                assert self.kept.setdefault((row.pk, village), one.flow.now) == one.flow.now
            if row.previous_id and (row.previous_id, village) in self.kept:
                assert one.flow.before == self.kept[row.previous_id, village]
        whole = together(found.values()).flow
        assert whole.holds
        parts = recap.rows_below(row, "73.12", ground.VILLAGES)
        assert recap.total(parts).flow.now == whole.now
        for village in fixed:
            assert recap.total(recap.of_tps(row, village)).flow.now == found[village].flow.now


class ChainWalk(TestCase):
    @settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(moves, max_size=30))
    @example(TO_THE_END)
    def test_no_illegal_state_and_exact_totals(self, steps):
        # The meetings of the plenaries have their own tests; here they are always quorate.
        with (
            patch.object(plenaries.meetings, "require_quorum"),
            patch.object(plenaries.meetings, "tie_minutes"),
        ):
            walk = Walk()
            for what, where, sex in steps:
                final = Revisi.objects.filter(kind__in=FINAL, state="ditetapkan").exists()
                draft = Revisi.objects.filter(state="disusun").exists()
                try:
                    self.take(walk, what, where, sex)
                    assert not (final and not draft and what in ("masuk", "coret", "pindah"))
                except Refused:
                    assert what not in ("masuk", "coret", "pindah") or final
                walk.check()

    def take(self, walk: Walk, what: str, where: str, sex: str) -> None:
        if what == "buka":
            walk.open(where)
        elif what == "pleno":
            walk.hold(where)
        elif what == "maju":
            walk.advance()
        else:
            walk.change(what, where, sex)
