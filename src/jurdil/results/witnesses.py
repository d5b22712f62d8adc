"""Whose witness somebody is."""

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.kernel.viewer import Viewer
from jurdil.parties import queries as parties
from jurdil.results import ground


def require_participant(by: Viewer, election_id: int, contest: str, path: str, party: str) -> str:
    """The words for a participant's witness. Raises `Refused` for one who is not on this ballot."""
    dapil = ground.dapil_finder(by, election_id, contest)(path)
    lines = parties.ballot(ground.everywhere(by), election_id, contest, dapil).lines
    line = next((line for line in lines if str(line.number) == party), None)
    if line is None:
        raise Refused(_("Nomor %(party)s bukan peserta kontes ini.") % {"party": party or "–"})
    return _("Saksi %(name)s") % {"name": line.label}
