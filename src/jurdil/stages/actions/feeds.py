"""Calendar feeds with a secret address: made for oneself, revoked by oneself."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.viewer import Viewer
from jurdil.stages import feed_secrets
from jurdil.stages.models import FeedToken

MOST = 10
"""Feeds a person can hold at once; more are forgotten secrets."""


@dataclass(frozen=True)
class NewFeed:
    """A feed just made; `secret` is known now and never again."""

    id: int
    secret: str


@act("stages.make_feed")
def make_feed(*, by: Viewer, division: str = "") -> Done[NewFeed]:
    """Make a feed of one's own tasks, or with `division` of that division's schedule and tasks.

    Raises `Refused` without an account, or with too many feeds.
    """
    if by.account_id is None or by.grant_id is None:
        raise Refused(_("Langganan kalender dibuat oleh pemilik akun sendiri."))
    if FeedToken.objects.filter(account_id=by.account_id, revoked_at__isnull=True).count() >= MOST:
        raise Refused(
            _("Anda sudah memiliki %(count)s langganan. Cabut yang tidak dipakai dahulu.")
            % {"count": MOST}
        )
    secret = feed_secrets.new_secret()
    token = FeedToken.objects.create(
        account_id=by.account_id,
        grant_id=by.grant_id,
        kind=FeedToken.Kind.DIVISION if division else FeedToken.Kind.PERSON,
        division=division,
        language=(get_language() or "id")[:2],
        digest=feed_secrets.digest(secret),
        created_at=clock.real(),
    )
    facts = {"kind": token.kind, "division": division}
    return Done(NewFeed(token.pk, secret), f"feed:{token.pk}", by.path, facts)


@act("stages.revoke_feed")
def revoke_feed(*, by: Viewer, feed_id: int) -> Done[FeedToken]:
    """Revoke a feed of one's own: its address answers "not found" from now on.

    Raises `FeedToken.DoesNotExist` for another person's feed or a revoked one.
    """
    running = FeedToken.objects.select_for_update().filter(revoked_at__isnull=True)
    token = running.get(pk=feed_id, account=by.account_id)
    token.revoked_at = clock.real()
    token.save(update_fields=["revoked_at"])
    return Done(token, f"feed:{token.pk}", by.path)
