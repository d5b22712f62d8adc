"""Taking a copy of a list away: who took which columns of which list for whom is recorded."""

import hashlib

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.elements import COPIES
from jurdil.places import queries as places
from jurdil.voters import lists, queries, transfer_papers
from jurdil.voters.lists import Asked, Made
from jurdil.voters.models import PindahMemilih, Revisi


@act("voters.list_copy")
def take_copy(*, by: Viewer, revision_id: int, path: str, asked: Asked) -> Done[Made]:
    """A masked copy of the list of a village or TPS as a revision fixed it.

    Raises Revisi.DoesNotExist outside the scope, `Refused` for the copy with all numbers, for one
    without receiver that is not public, and before the village was fixed.
    """
    if asked.copy == lists.FULL:
        raise Refused(_("Salinan lengkap dengan NIK diambil dengan alasan tersendiri."))
    if asked.copy != "publik" and not asked.receiver.strip():
        raise Refused(_("Tulis untuk siapa salinan ini; namanya tercetak pada setiap halaman."))
    return _taken(by, revision_id, path, asked, "")


@act("voters.list_full")
def take_full(
    *, by: Viewer, revision_id: int, path: str, reason: str, form: str, receiver: str
) -> Done[Made]:
    """The list of a village or TPS with all thirteen elements, numbers in the clear, for a reason.

    Raises as `take_copy`, and `Refused` without a reason.
    """
    if not reason.strip():
        raise Refused(_("Tulis alasan Anda mengambil daftar lengkap. Alasannya dicatat."))
    asked = Asked(lists.FULL, receiver, form)
    return _taken(by, revision_id, path, asked, reason.strip()[:300])


@act("voters.compare_copy")
def take_difference(
    *, by: Viewer, earlier: queries.Point, later: queries.Point, path: str
) -> Done[Made]:
    """Who came, went and changed in a village between two states of its list, as CSV.

    Raises Revisi.DoesNotExist outside the scope, `Refused` for a place larger than a village.
    """
    person(by)
    if path.count(".") != 3 or "/" in path:
        raise Refused(_("Pilih satu desa/kelurahan untuk mengunduh perbedaannya."))
    found = queries.compare(by, earlier, later, path)
    made = lists.difference_file(path, found.came, found.gone, found.changed)
    facts = {
        "earlier": earlier.revision,
        "later": later.revision,
        "voters": made.voters,
        "digest": _sha(made),
    }
    return Done(made, f"desa:{path}", path, facts)


@act("voters.dptb_letter")
def print_letter(*, by: Viewer, transfer_id: int) -> Done[Made]:
    """Model A-Surat Pindah Memilih of a transfer, as PDF, with the voter's number."""
    person(by)
    row = PindahMemilih.objects.select_related("election").get(pk=transfer_id)
    place = next((p for p in (row.origin, row.target) if within(p, by.path)), None)
    if place is None:
        raise PindahMemilih.DoesNotExist
    if row.state != PindahMemilih.State.ACTIVE:
        raise Refused(_("Pindah memilih ini sudah dibatalkan; suratnya tidak dicetak."))
    made = transfer_papers.letter(by, row)
    return Done(made, f"pindah:{row.pk}", place, {"number": row.number, "digest": _sha(made)})


@act("voters.dptb_list")
def print_transfers(*, by: Viewer, election_id: int, path: str) -> Done[Made]:
    """The voters who come to a TPS and who go from it, as the KPPS needs them, as PDF."""
    person(by)
    if not within(path, by.path):
        raise PindahMemilih.DoesNotExist
    made = transfer_papers.register(by, election_id, path)
    facts = {"election": election_id, "voters": made.voters, "digest": _sha(made)}
    return Done(made, f"pemilu:{election_id}", path, facts)


def _taken(by: Viewer, revision_id: int, path: str, asked: Asked, reason: str) -> Done[Made]:
    person(by)
    held = Revisi.objects.select_related("election").get(pk=revision_id)
    if not (within(path, by.path) and within(path, held.path)):
        raise Revisi.DoesNotExist
    if asked.copy not in COPIES or asked.form not in lists.MEDIA:
        raise Refused(_("Pilih jenis salinan dan bentuk berkasnya."))
    if path.count(".") < 3:
        raise Refused(_("Pilih satu desa/kelurahan atau satu TPS."))
    made = lists.make(held, path, _name(by, path), asked)
    if not made.voters:
        raise Refused(_("Daftar ini belum ditetapkan di tempat tersebut, atau tidak ada isinya."))
    facts = {
        "revision": held.pk,
        "copy": asked.copy,
        "form": asked.form,
        "receiver": asked.receiver,
        "voters": made.voters,
        "digest": _sha(made),
        "reason": reason,
    }
    return Done(made, f"revisi:{held.pk}", path, facts)


def _name(by: Viewer, path: str) -> str:
    village, _slash, number = path.partition("/")
    name = places.names(by, [village]).get(village, village)
    return f"TPS {number}, {name}" if number else name


def _sha(made: Made) -> str:
    return hashlib.sha256(made.content).hexdigest()
