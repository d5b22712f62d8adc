"""Whose calendar feed an address with a secret is."""

from jurdil.kernel import who
from jurdil.kernel.models import Office
from jurdil.kernel.viewer import Viewer
from jurdil.stages import feed_secrets
from jurdil.stages.models import FeedToken


def subscriber(secret: str) -> tuple[Viewer, FeedToken]:
    """The viewer behind a secret, with the role it was made in, and the feed itself.

    Raises `FeedToken.DoesNotExist` for an unknown or revoked secret, a closed account, or a role
    that has ended.
    """
    token = FeedToken.objects.select_related("account").get(
        digest=feed_secrets.digest(secret), revoked_at__isnull=True, account__is_active=True
    )
    grant = who.active_grants(token.account).filter(pk=token.grant_id).first()
    if grant is None:
        raise FeedToken.DoesNotExist
    return who.viewer_for(grant, Office.objects.get()), token
