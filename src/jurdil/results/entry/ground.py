"""The form that is typed: its shape before any paper came in, and where its typists sit."""

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.results import ground
from jurdil.results.entry import store
from jurdil.results.models import AturanEntri
from jurdil.results.shapes import Shape, fix_shape, shape_of

AT_PPK = {"ppk"}


def dapil_of(viewer: Viewer, election_id: int, contest: str, path: str) -> str:
    """The dapil of a TPS, '' where the contest has none on record."""
    return ground.dapil_finder(viewer, election_id, contest)(path)


@inner
def fix_form(viewer: Viewer, election_id: int, contest: str, path: str) -> Shape:
    """The shape of a TPS's form; fixed by the registered ballot when no form has come in.

    Raises ObjectDoesNotExist for a TPS out of scope, `Refused` while the ballot is not registered.
    """
    places.tps(viewer, election_id, path)
    dapil = dapil_of(viewer, election_id, contest, path)
    known = shape_of(election_id, contest, dapil)
    if known is not None:
        return known
    choices = ground.ballot_choices(viewer, election_id, contest)(dapil)
    if choices is None:
        raise Refused(
            _("Peserta kontes ini belum terdaftar. Daftarkan peserta dan calonnya lebih dahulu.")
        )
    return fix_shape(Election.objects.get(pk=election_id), contest, dapil, choices)


def require_seat(by: Viewer, election_id: int, contest: str) -> None:
    """Raise `Refused` for a typist where this contest is not typed."""
    at_ppk = store.rule_of(election_id, contest).seat == AturanEntri.Seat.PPK
    if at_ppk and by.role not in AT_PPK:
        raise Refused(_("Kontes ini dientri di PPK. Ketua atau anggota KPU dapat mengubahnya."))
    if not at_ppk and by.role in AT_PPK:
        raise Refused(
            _("Kontes ini dientri di kantor kabupaten/kota. Ketua atau anggota dapat mengubahnya.")
        )
