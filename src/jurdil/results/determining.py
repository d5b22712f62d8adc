"""The determination of a recapitulation, as a step of the acts that determine."""

from django.utils.translation import gettext as _

from jurdil.kernel import decisions
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import Decision, Document
from jurdil.results.datasets import FORMS, KIND, SUMS
from jurdil.results.models import Form, Rekap


@inner
def determine(
    *, election_id: int, contest: str, path: str, title: str, document: Document | None
) -> Decision:
    """Freeze every form and every sum of a contest at a place, as they stand now.

    Raises `Refused` without a title or without any form.
    """
    if not title.strip():
        raise Refused(_("Tulis nomor atau judul berita acara rapat pleno."))
    key = {"election_id": election_id, "contest": contest}
    forms = Form.objects.filter(**key, path__within=path, current__isnull=False)
    if not Rekap.objects.filter(**key, path=path).exists() and not forms.exists():
        raise Refused(_("Belum ada formulir yang masuk, jadi tidak ada yang dapat ditetapkan."))
    return decisions.freeze(
        kind=KIND,
        title=title.strip(),
        election_id=election_id,
        stage="",
        path=path,
        parts=[(f"{FORMS}{contest}", path), (f"{SUMS}{contest}", path)],
        document=document,
    )
