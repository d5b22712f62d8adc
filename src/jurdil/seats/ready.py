"""What must be there before seats are determined, one sentence each; the act asks the same list."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime_types import Contest
from jurdil.places import queries as places
from jurdil.results import queries as results
from jurdil.seats import store
from jurdil.seats.clocks import determination_clocks
from jurdil.seats.datasets import counted_now
from jurdil.seats.inputs import shares_seats
from jurdil.seats.pairs import pair_result


@dataclass(frozen=True)
class Check:
    """A condition and, while it does not hold, what to do about it."""

    label: str
    fault: str = ""


def checks(by: Viewer, election: Election, contest: Contest) -> tuple[Check, ...]:
    """Everything that a determination waits for, in the order of the work."""
    found = [_result(by, election, contest), _court(by, election)]
    if shares_seats(contest):
        found += _dapil(by, election, contest)
    else:
        fault = pair_result(by, election, contest.id).fault
        found.append(Check(_("Satu pasangan calon terpilih"), fault))
    return tuple(found)


def _result(by: Viewer, election: Election, contest: Contest) -> Check:
    label = _("Hasil suara ditetapkan di kabupaten/kota")
    if results.votes_by_dapil(by, election.pk, contest.id).determined:
        return Check(label)
    return Check(
        label,
        _("Hasil suara %(contest)s di kabupaten/kota belum ditetapkan. Tetapkan itu lebih dulu.")
        % {"contest": contest.short},
    )


def _court(by: Viewer, election: Election) -> Check:
    label = _("Pemberitahuan Mahkamah Konstitusi dicatat")
    clocks = determination_clocks(by, election)
    if not clocks or any(clock.at for clock in clocks):
        return Check(label)
    return Check(
        label,
        _(
            "Penetapan menunggu pemberitahuan Mahkamah Konstitusi. Catat tanggal surat atau "
            "putusannya di Jadwal, bagian Tenggat."
        ),
    )


def _dapil(by: Viewer, election: Election, contest: Contest) -> list[Check]:
    present = {run.dapil: run for run in store.present_runs(election.pk, contest.id)}
    counted = {one.made.dapil: one for one in counted_now(election.pk, contest.id)}
    found = []
    for row in places.dapil_of(by, election.pk, contest.id):
        run, now = present.get(row.code), counted.get(row.code)
        fault = ""
        if run is None or now is None or run.digest != now.digest:
            fault = _("Perhitungan belum ada atau bukan dari suara sekarang. Hitung lagi.")
        elif run.forms < run.expected:
            fault = _("Baru %(have)s dari %(expected)s formulir yang masuk.") % {
                "have": run.forms,
                "expected": run.expected,
            }
        elif not now.settled:
            fault = _("Ada suara yang sama. Catat dulu keputusan pleno tentang itu.")
        elif not all(now.lists[party].rows for party, seats in now.won.items() if seats):
            fault = _("Daftar calon partai yang mendapat kursi belum lengkap.")
        found.append(Check(row.name, fault))
    return found
