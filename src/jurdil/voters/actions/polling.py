"""Around voting day: the recap of notices, notices that came back, and the DPK of each TPS."""

from collections.abc import Mapping
from uuid import uuid4

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.notices import REASONS, Notices
from jurdil.places import paths
from jurdil.voters import chaining
from jurdil.voters.models import (
    Dpk,
    DpkOrang,
    Pemberitahuan,
    PemberitahuanSisa,
    PemilihVersi,
)
from jurdil.voters.people import Elements
from jurdil.voters.sealing import NIK, Seals, seal_row


@act("voters.notices")
def record_notices(
    *,
    by: Viewer,
    election_id: int,
    path: str,
    printed: int,
    delivered: int,
    undelivered: Mapping[str, int],
    note: str = "",
) -> Done[Pemberitahuan]:
    """Record the recap of C.Pemberitahuan of a TPS; a later one replaces it and both stay.

    Raises `Refused` when printed is not delivered + undelivered, with the numbers.
    """
    person(by)
    election = Election.objects.get(pk=election_id)
    _require_tps(by, election, path)
    counts = {code: number for code, number in undelivered.items() if number}
    if unknown := set(counts) - set(REASONS):
        raise KeyError(f"{sorted(unknown)[0]} is no reason of a returned notice")
    _require_whole(Notices(printed, delivered, counts))
    made = Pemberitahuan.objects.create(
        election=election,
        path=path,
        printed=printed,
        delivered=delivered,
        undelivered=counts,
        note=note.strip()[:200],
        noted_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
    facts = {"printed": printed, "delivered": delivered, "undelivered": counts}
    return Done(made, f"pemberitahuan:{made.pk}", path, facts)


@act("voters.notice_back")
def note_returned(
    *, by: Viewer, election_id: int, voter_id: int, reason: str, note: str = ""
) -> Done[PemberitahuanSisa]:
    """Note a voter of the DPT whose notice came back, and why.

    Raises PemilihVersi.DoesNotExist outside the scope, `Refused` for somebody not on the DPT or
    noted before.
    """
    person(by)
    version = PemilihVersi.objects.get(
        pemilih=voter_id, until_rev__isnull=True, village__within=by.path
    )
    standing = chaining.final_of(election_id, version.village)
    if standing is None:
        raise Refused(_("DPT pemilihan ini belum ditetapkan di desa tersebut."))
    row = chaining.on_final(standing, voter_id, version.village)
    if reason not in REASONS:
        raise Refused(_("Pilih alasan surat pemberitahuan tidak sampai."))
    if PemberitahuanSisa.objects.filter(election=election_id, pemilih=voter_id).exists():
        raise Refused(_("Surat pemberitahuan pemilih ini sudah tercatat kembali."))
    made = PemberitahuanSisa.objects.create(
        election_id=election_id,
        pemilih_id=voter_id,
        path=row.tps or row.village,
        reason=reason,
        note=note.strip()[:200],
        noted_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
    facts = {"voter": voter_id, "reason": reason}
    return Done(made, f"sisa:{made.pk}", version.village, facts)


@act("voters.dpk")
def record_dpk(
    *,
    by: Viewer,
    election_id: int,
    path: str,
    men: int,
    women: int,
    note: str = "",
    file: StoredFile | None = None,
) -> Done[Dpk]:
    """Record the number of DPK voters that the KPPS wrote; a later one replaces it, both stay.

    Raises `Refused` before voting day, and below the persons that were entered one by one.
    """
    person(by)
    election = Election.objects.get(pk=election_id)
    _require_tps(by, election, path)
    _require_voting(election)
    for sex, count in (("L", men), ("P", women)):
        entered = DpkOrang.objects.filter(election=election, path=path, sex=sex).count()
        if count < entered:
            raise Refused(
                _("Sudah %(entered)s orang (%(sex)s) tercatat dalam DPK TPS ini, bukan %(count)s.")
                % {"entered": entered, "sex": sex, "count": count}
            )
    made = Dpk.objects.create(
        election=election,
        path=path,
        men=men,
        women=women,
        note=note.strip()[:200],
        file=file,
        noted_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
    return Done(made, f"dpk:{made.pk}", path, {"men": men, "women": women})


@act("voters.dpk_person")
def enter_dpk(
    *, by: Viewer, election_id: int, path: str, number: int, elements: Elements
) -> Done[DpkOrang]:
    """Enter a row of the DPK as the KPPS wrote it: who, with the address of the KTP-el.

    Somebody who is on this office's list after all is tied to that row. Raises `Refused` before
    voting day, without name, sex or address, for a row or a number that was entered before.
    """
    person(by)
    election = Election.objects.get(pk=election_id)
    _require_tps(by, election, path)
    _require_voting(election)
    _require_written(elements)
    index = Seals().index(NIK, elements.nik)
    rows = DpkOrang.objects.filter(election=election)
    if rows.filter(path=path, number=number).exists():
        raise Refused(_("Baris %(number)s DPK TPS ini sudah tercatat.") % {"number": number})
    if index and rows.filter(nik_index=index).exists():
        raise Refused(_("NIK ini sudah tercatat dalam DPK. Periksa TPS-nya."))
    token = uuid4()
    key_id, sealed = seal_row(elements.as_row(), token)
    known = PemilihVersi.objects.filter(nik_index=index, until_rev__isnull=True).first()
    made = DpkOrang.objects.create(
        election=election,
        path=path,
        number=number,
        token=token,
        key_id=key_id,
        sealed=sealed,
        nik_index=index,
        name=elements.nama.strip()[:100],
        sex=elements.jenis_kelamin,
        pemilih_id=known.pemilih_id if known and index else None,
        noted_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )
    facts = {"number": number, "known": made.pemilih_id is not None}
    return Done(made, f"dpk:{made.pk}", path, facts)


def _require_tps(by: Viewer, election: Election, path: str) -> None:
    if paths.level(path) != paths.TPS or not within(path, by.path):
        raise Election.DoesNotExist
    if not within(path, election.path):
        raise Election.DoesNotExist


def _require_voting(election: Election) -> None:
    if election.voting_day is None or clock.today() < election.voting_day:
        raise Refused(_("DPK ditulis KPPS pada hari pemungutan suara, tidak sebelumnya."))


def _require_whole(notices: Notices) -> None:
    if notices.holds:
        return
    facts = {
        "printed": notices.printed,
        "delivered": notices.delivered,
        "back": notices.returned,
        "sum": notices.delivered + notices.returned,
    }
    raise Refused(
        _(
            "Dicetak %(printed)s, tetapi dibagikan %(delivered)s dan kembali %(back)s, "
            "bersama %(sum)s. Periksa angkanya pada berita acara KPPS."
        )
        % facts
    )


def _require_written(elements: Elements) -> None:
    if not elements.nama.strip() or elements.jenis_kelamin not in ("L", "P"):
        raise Refused(_("Tulis nama dan jenis kelamin seperti pada DPK."))
    if not elements.alamat.strip():
        raise Refused(_("Tulis alamat menurut KTP-el; DPK memilih di TPS alamat itu."))
