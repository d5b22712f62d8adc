"""Whose calendar feed an address with a secret is."""

from django.http import HttpRequest
from django.urls import reverse

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


def address(request: HttpRequest, secret: str) -> str:
    """The address of a feed, as a calendar program takes it."""
    return request.build_absolute_uri(reverse("stages:feed", args=[secret]))


def public_address(request: HttpRequest) -> str:
    """The address of the public feed."""
    return request.build_absolute_uri(reverse("stages:public_feed"))
