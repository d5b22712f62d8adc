"""Running the detectors, and what a person says after looking."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.results import detecting, reading
from jurdil.results.models import FormShape, Tinjauan

LONGEST_NOTE = 1000


@act("results.detect")
def detect(*, by: Viewer, election_id: int, contest: str = "") -> Done[detecting.Detected]:
    """Bring what is worth a look up to the forms of a contest (default: of all).

    Raises `Election.DoesNotExist` for one that is not held in sight.
    """
    election = (
        reading.subject(by, election_id, contest).election
        if contest
        else Election.objects.filter(path__within=by.path).get(pk=election_id)
    )
    due = places.expected_tps(by, election_id)
    known = FormShape.objects.filter(election=election).values_list("contest", flat=True)
    chosen = [contest] if contest else sorted(set(known))
    found = detecting.Detected()
    for one in chosen:
        found += detecting.run(election, one, due)
    facts = {
        "contests": chosen,
        "forms": found.forms,
        "new": found.new,
        "again": found.again,
        "gone": found.gone,
    }
    return Done(found, f"election:{election_id}", election.path, facts)


@act("results.mark_review")
def mark_review(
    *, by: Viewer, review_id: int, state: str, note: str, seen_at: str = ""
) -> Done[Tinjauan]:
    """Say what looking at a row brought. A note is needed, also to open it again.

    `seen_at` is the moment of the facts that were looked at; a row whose figures changed since is
    refused. Raises `Tinjauan.DoesNotExist` outside the scope.
    """
    row = Tinjauan.objects.filter(path__within=by.path).select_for_update().get(pk=review_id)
    if state not in Tinjauan.State.values:
        raise Refused(_("Pilih salah satu: belum, sedang, atau selesai ditinjau."))
    text = note.strip()
    if not text:
        raise Refused(_("Tulis apa yang Anda lihat pada kertas, supaya orang lain mengerti."))
    if len(text) > LONGEST_NOTE:
        raise Refused(
            _("Catatan ini %(long)s huruf; paling panjang %(most)s. Ringkaslah.")
            % {"long": len(text), "most": LONGEST_NOTE}
        )
    if seen_at and seen_at != row.made_at.isoformat():
        raise Refused(
            _("Angka formulir ini berubah sejak Anda membukanya. Muat ulang dan lihat lagi.")
        )
    row.state, row.note, row.reviewed_at = state, text, clock.now()
    row.account, row.account_name = by.account_id, by.name
    row.save(update_fields=["state", "note", "reviewed_at", "account", "account_name"])
    facts = {"contest": row.contest, "code": row.code, "state": state, "forms": row.forms[:20]}
    return Done(row, f"tinjauan:{row.pk}", row.path, facts)
