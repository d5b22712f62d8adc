"""Press releases as everybody reads them: list, page, share image, feed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.portal import queries
from jurdil.portal.views import cached
from jurdil.reporting import pages
from jurdil.reporting.papers.picture import share_image

ITEMS = 30
"""Releases in the feed."""
LEAD = 300
"""Letters of a release in a feed and beside its image."""


@require_safe
def news(request: Request) -> HttpResponse:
    """The releases that are out."""
    context = {"rows": queries.news(request.viewer)}
    return cached(request, render(request, "portal/news.html", context))


@require_safe
def release(request: Request, slug: str, number: int | None = None) -> HttpResponse:
    """One release with its facts, corrections and replies."""
    page = found(queries.release, request.viewer, slug, number)
    paragraphs = pages.paragraphs(page.version.text)
    address = reverse("portal:release", args=[slug])
    context = {
        "page": page,
        "crumbs": [(_("Siaran pers"), reverse("portal:news")), (page.version.title, "")],
        "old": page.version.number != page.current,
        "paragraphs": paragraphs,
        "lead": paragraphs[0][:LEAD],
        "address": request.build_absolute_uri(address),
        "image": request.build_absolute_uri(reverse("portal:release_image", args=[slug])),
    }
    return cached(request, render(request, "portal/release.html", context))


@require_safe
def image(request: Request, slug: str) -> HttpResponse:
    """The picture that other sites show beside a link."""
    page = found(queries.release, request.viewer, slug)
    content = share_image(page.version.title, request.office.name, page.version.dated)
    return cached(request, HttpResponse(content, content_type="image/png"))


@require_safe
def feed(request: Request) -> HttpResponse:
    """The releases as RSS."""
    made = Rss201rev2Feed(
        title=_("Siaran pers %(office)s") % {"office": request.office.name},
        link=request.build_absolute_uri(reverse("portal:news")),
        description=_("Siaran pers dengan angka yang dapat diperiksa."),
        language="id",
        feed_url=request.build_absolute_uri(reverse("portal:feed")),
    )
    for row in queries.news(request.viewer)[:ITEMS]:
        page = queries.release(request.viewer, row.slug)
        address = request.build_absolute_uri(reverse("portal:release", args=[row.slug]))
        made.add_item(
            title=page.version.title,
            link=address,
            description=pages.paragraphs(page.version.text)[0][:LEAD],
            pubdate=page.published_at,
            unique_id=address,
        )
    response = HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
    return cached(request, response)
