"""Files of the room: population per kecamatan, and the result of an earlier election for PAW."""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.kernel.chain import canonical, sha256
from jurdil.kernel.imports import (
    FaultLike,
    Importer,
    Option,
    PublishResult,
    Source,
    StagedRow,
    register,
)
from jurdil.kernel.imports.staging import taken
from jurdil.kernel.models import Election, ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law import formats
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.law.text import Text
from jurdil.parties import queries as parties
from jurdil.places import queries as places
from jurdil.places.paths import KECAMATAN
from jurdil.seats import keeping, store
from jurdil.seats.inputs import has_threshold, shares_seats
from jurdil.seats.models import Calon, Penduduk, Perhitungan, SuaraNasional
from jurdil.seats.result_file import read_national, read_population, read_result

CONTEST = "contest"
STRANGER = "bukan-peserta"


@register
class PopulationImport(Importer):
    """People per kecamatan, as DAK2 hands them over."""

    kind = "dak2"
    right = "seats.record_population"
    title = Text("Penduduk per kecamatan (DAK2)", "Population per kecamatan (DAK2)")
    layout = Text(
        "Kolom kode (kecamatan, seperti 73.12.01) dan penduduk; boleh ditambah kecamatan.",
        "Columns kode (kecamatan, such as 73.12.01) and penduduk; optional kecamatan.",
    )

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        known = {one.path for one in _kecamatan(source.viewer)}
        for number, path, people in read_population(source.content, known):
            yield StagedRow(number, path, {"people": people})

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        return {one.path for one in _kecamatan(viewer)}

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        election = _election(batch)
        people = {row.key: row.data["people"] for row in taken(batch)}
        wanted = {one.path for one in _kecamatan(by)}
        if set(people) != wanted:
            raise Refused(
                _("Isi penduduk semua kecamatan: %(have)s dari %(wanted)s.")
                % {"have": len(people), "wanted": len(wanted)}
            )
        row = Penduduk.objects.create(
            election=election,
            path=election.path,
            source=batch.file.name,
            people=people,
            **{**keeping.record(by, election.path), "document": batch.file},
        )
        return PublishResult(len(people), {"population": row.pk, "people": sum(people.values())})

    def words(self, row: StagedRow) -> str:
        return str(row.data["people"])

    def where(self, batch: ImportBatch) -> str:
        return reverse("seats:index")


def _contests(viewer: Viewer) -> list[tuple[str, Text]]:
    return _offered(viewer, shares_seats)


def _thresholds(viewer: Viewer) -> list[tuple[str, Text]]:
    return _offered(viewer, has_threshold)


def _offered(viewer: Viewer, fits: Callable[[Contest], bool]) -> list[tuple[str, Text]]:
    if viewer.election_id is None:
        return []
    election = Election.objects.get(pk=viewer.election_id)
    known = (load_regime(election.regime).contest(code) for code in election.contests)
    return [(contest.id, contest.name) for contest in known if fits(contest)]


@register
class NationalImport(Importer):
    """Votes of every party in the whole nation, which the threshold of a contest acts on."""

    kind = "national-votes"
    right = "seats.record_national"
    title = Text("Suara nasional untuk ambang batas", "National votes for the threshold")
    layout = Text(
        "Kolom party (nomor urut partai) dan votes; boleh ditambah sumber, nama kertasnya, sama "
        "pada setiap baris.",
        "Columns party (ballot number) and votes; optional sumber, the name of the paper, the same "
        "on every row.",
    )
    options = (
        Option(CONTEST, Text("Jenis pemilihan", "Contest"), choices=_thresholds, required=True),
    )
    reasons: ClassVar[Mapping[str, Text]] = {
        STRANGER: Text(
            "Tidak ada partai bernomor ini di surat suara yang terdaftar. Periksa nomornya.",
            "No party of the registered ballot has this number. Check the number.",
        )
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        known = self.expected(source.viewer, source.options)
        for at, party, votes, paper in read_national(source.content):
            code = "" if known is None or party in known else STRANGER
            data = {"votes": votes, "paper": paper}
            yield StagedRow(at, party, data, take=not code, code=code)

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        ballot = parties.participants(viewer, viewer.election_id or 0, options[CONTEST], "")
        return {str(line.number) for line in ballot} or None

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        election, contest, rows = _election(batch), batch.options[CONTEST], list(taken(batch))
        if not rows or batch.missing:
            raise Refused(
                _("Isi suara semua partai: %(missing)s partai tidak ada dalam berkas.")
                % {"missing": len(batch.missing)}
            )
        last = SuaraNasional.objects.filter(election=election, contest=contest).first()
        made = SuaraNasional.objects.create(
            election=election,
            contest=contest,
            number=last.number + 1 if last else 1,
            source=rows[0].data["paper"] or batch.file.name,
            votes={row.key: row.data["votes"] for row in rows},
            **{**keeping.record(by, election.path), "document": batch.file},
        )
        facts = {"contest": contest, "version": made.number, "votes": sum(made.votes.values())}
        return PublishResult(len(rows), facts)

    def words(self, row: StagedRow) -> str:
        return formats.number(row.data["votes"], "id")

    def where(self, batch: ImportBatch) -> str:
        return reverse("seats:threshold", args=[batch.election_id, batch.options[CONTEST]])


@register
class ResultImport(Importer):
    """Candidates' votes and who was elected, of an election that was not counted in this house."""

    kind = "dprd-result"
    right = "seats.import"
    title = Text("Hasil DPRD pemilu terdahulu", "DPRD result of an earlier election")
    layout = Text(
        "Kolom dapil, party, candidate_no, sex (L atau P), votes, elected (1 atau 0); boleh "
        "ditambah name. Satu baris satu calon.",
        "Columns dapil, party, candidate_no, sex (L or P), votes, elected (1 or 0); optional "
        "name. One row is one candidate.",
    )
    options = (
        Option(
            CONTEST,
            Text("Jenis pemilihan", "Contest"),
            choices=_contests,
            required=True,
        ),
    )

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        election = Election.objects.get(pk=source.viewer.election_id or 0)
        _require_free(election, source.options[CONTEST])
        for number, line in read_result(source.content):
            key = f"{line['dapil']}:{line['party']}:{line['number']}"
            yield StagedRow(number, key[:60], line)

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        election, contest = _election(batch), batch.options[CONTEST]
        _require_free(election, contest)
        by_dapil: dict[str, list[Mapping[str, object]]] = {}
        for row in taken(batch):
            by_dapil.setdefault(row.data["dapil"], []).append(row.data)
        for dapil, lines in by_dapil.items():
            _keep(by, election, contest, dapil, lines, batch)
        facts = {"contest": contest, "dapil": sorted(by_dapil)}
        return PublishResult(sum(map(len, by_dapil.values())), facts)

    def words(self, row: StagedRow) -> str:
        return f"{row.data['name']}: {row.data['votes']}"

    def where(self, batch: ImportBatch) -> str:
        return reverse("seats:paw")


def _keep(by, election: Election, contest: str, dapil: str, lines, batch: ImportBatch) -> None:
    """One dapil of an earlier result, as a calculation that only knows its outcome."""
    votes: dict[str, int] = {}
    for line in lines:
        votes[line["party"]] = votes.get(line["party"], 0) + line["votes"]
    rows = Perhitungan.objects.filter(election=election, contest=contest, dapil=dapil)
    run = Perhitungan.objects.create(
        election=election,
        contest=contest,
        dapil=dapil,
        dapil_name=dapil,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        source=Perhitungan.Source.FILE,
        seats=sum(line["elected"] for line in lines),
        votes=votes,
        names={party: party for party in votes},
        divisors=[],
        table=[],
        digest=sha256(canonical(lines)),
        forms=0,
        expected=0,
        **{**keeping.record(by, election.path), "document": batch.file},
    )
    people = [Calon(run=run, rank=0, spread=[], reasons=[], **_person(line)) for line in lines]
    people.sort(key=lambda one: (one.party, not one.elected, -one.votes, one.number))
    for party in votes:
        own = (one for one in people if one.party == party)
        for rank, person in enumerate(own, 1):
            person.rank = rank
    Calon.objects.bulk_create(people)


def _person(line: Mapping[str, object]) -> dict[str, object]:
    names = ("party", "number", "name", "sex", "votes")
    return {**{name: line[name] for name in names}, "elected": bool(line["elected"])}


def _require_free(election: Election, contest: str) -> None:
    """Raise `Refused` where the seats of the contest are calculated from votes in this house."""
    present = store.present_runs(election.pk, contest)
    if any(run.source == Perhitungan.Source.RESULTS for run in present):
        raise Refused(_("Kursi pemilihan ini sudah dihitung dari suaranya di sini."))


def _kecamatan(viewer: Viewer):
    election = Election.objects.get(pk=viewer.election_id or 0)
    return places.places_below(viewer, election.path, KECAMATAN)


def _election(batch: ImportBatch) -> Election:
    if batch.election is None:
        raise ValueError(f"import {batch.pk} has no election")
    return batch.election
