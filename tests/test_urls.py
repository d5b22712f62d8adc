"""Every named URL, as every role: what the matrix says, never a fault, nothing from elsewhere."""

import functools
import logging
import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse

from jurdil.kernel import ledger, policy
from jurdil.kernel.roles import BAWASLU, KPU, PUBLIC, ROLES, roles_of
from jurdil.web import nav
from tests.samples import REGENCY, SAMPLES, Sample, World, X, Y, nothing

TESTED = [(role.house, role.code) for role in ROLES.values()] + [(KPU, PUBLIC), (BAWASLU, PUBLIC)]
NARROW = [(role.house, role.code) for role in ROLES.values() if role.depth > 2]
FIRST = {next(pair for pair in TESTED if pair[0] == house) for house in (KPU, BAWASLU)}
WALKED = [
    pair
    for pair in TESTED
    if connection.vendor == "sqlite" or pair in FIRST or pair in NARROW or pair[1] == PUBLIC
]
"""Rights are no matter of the database: on PostgreSQL one role of the whole office asks for all."""
OK, NO_SUCH, NOT_ALLOWED, FORBIDDEN, ELSEWHERE = 200, 404, 405, 403, 302
THE_SAME_FOR_ALL = "/lapangan/"
"""Phones keep this page, so that it knows nobody."""
LINK = re.compile(r'<a [^>]*?href="(/[^"?#]*)')


def named(patterns, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every URL of the URLconf by its name, such as ``places:tps``."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from named(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}", pattern


URLS = dict(named(get_resolver().url_patterns))


def address(sample: Sample, world: World, kecamatan: str) -> str:
    values = (sample.make or nothing)(world, kecamatan)
    return reverse(sample.name, kwargs=values) + sample.query


def expected(sample: Sample, role: str) -> set[int]:
    """What a GET by `role` inside its own place may answer."""
    if sample.status == NOT_ALLOWED:
        return {NOT_ALLOWED}
    may = not sample.right or role in policy.matrix()[sample.right].roles
    if role == PUBLIC:
        answer = sample.status if may else ELSEWHERE
        return {answer if sample.visitor is None else sample.visitor}
    # An object of the kecamatan itself lies above the place of a village or TPS officer.
    above = {NO_SUCH} if sample.make and not sample.unscoped and ROLES[role].depth > 3 else set()
    return {sample.status if may else FORBIDDEN} | above


@functools.cache
def name_of(path: str) -> str:
    """The name of the URL that a link leads to, '' for a file."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def closed_links(client, answer, role: str) -> set[str]:
    """Where a page leads the role to a page that is closed to it; a visitor is asked to log in.

    Only what the matrix does not promise is asked for.
    """
    if (
        role == PUBLIC
        or answer.wsgi_request.path == THE_SAME_FOR_ALL
        or not answer.headers["Content-Type"].startswith("text/html")
    ):
        return set()
    doubtful = {path for path in LINK.findall(answer.content.decode()) if not promised(path, role)}
    return {path for path in doubtful if client.get(path).status_code == FORBIDDEN}


def promised(path: str, role: str) -> bool:
    sample = SAMPLES.get(name_of(path))
    return not (sample and sample.right) or role in policy.matrix()[sample.right].roles


def enter(client, world: World, role: str) -> None:
    client.raise_request_exception = False
    if role != PUBLIC:
        client.force_login(world.person(role, world.place_of(role)))


@pytest.fixture
def quietly():
    """Thousands of refusals are what is asked for here, and nobody reads their traces."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def navigation_once(monkeypatch):
    """The left column is a function of the viewer, so it is drawn on a role's first page only."""
    drawn, draw = set(), nav.groups

    def groups(request, viewer):
        if viewer in drawn:
            return ()
        drawn.add(viewer)
        return draw(request, viewer)

    monkeypatch.setattr(nav, "groups", groups)


@pytest.mark.parametrize("name", sorted(URLS))
def test_every_url_has_its_sample(name):
    assert name in SAMPLES, f"add a line for {name} to tests/samples.py"


def test_no_sample_is_left_over():
    assert set(SAMPLES) <= set(URLS)


@pytest.mark.parametrize("name", sorted(set(URLS) & set(SAMPLES)))
def test_a_url_with_arguments_makes_them_or_says_why_they_have_no_place(name):
    converters = URLS[name].pattern.converters
    assert bool(converters) is (SAMPLES[name].make is not None)


def test_a_right_of_a_sample_stands_in_the_matrix():
    assert {sample.right for sample in SAMPLES.values()} - {""} <= set(policy.matrix())


@pytest.mark.django_db
@pytest.mark.usefixtures("quietly", "navigation_once")
@pytest.mark.parametrize(("house", "role"), WALKED)
def test_each_page_answers_each_role_as_the_matrix_says(client, house, role):
    world = World(house)
    enter(client, world, role)
    wrong, closed = {}, {}
    for sample in SAMPLES.values():
        # A URL that takes POST alone says so before it looks who asks.
        if sample.status == NOT_ALLOWED and role != PUBLIC and (house, role) not in FIRST:
            continue
        url = address(sample, world, X)
        answer = client.get(url)
        status = answer.status_code
        if status not in expected(sample, role):
            wrong[f"{sample.name} {url}"] = (status, expected(sample, role))
        if status == OK and (paths := closed_links(client, answer, role)):
            closed[f"{sample.name} {url}"] = paths
    assert wrong == {}
    assert closed == {}, "pages lead this role to pages that are closed to it"


@pytest.mark.django_db
@pytest.mark.usefixtures("quietly", "navigation_once")
@pytest.mark.parametrize(("house", "role"), NARROW)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_lies_in_another_kecamatan_does_not_exist(client, house, role, method):
    world = World(house)
    enter(client, world, role)
    urls = {
        sample: address(sample, world, Y)
        for sample in SAMPLES.values()
        if sample.make and not sample.unscoped
    }
    before = ledger.head()
    seen = {}
    for sample, url in urls.items():
        may = not sample.right or role in policy.matrix()[sample.right].roles
        status = getattr(client, method)(url).status_code
        if status not in {NO_SUCH, NOT_ALLOWED} | (set() if may else {FORBIDDEN}):
            seen[url] = status
    assert seen == {}
    assert ledger.head() == before


@pytest.mark.django_db
def test_the_two_kecamatan_are_different_places_of_one_regency():
    world = World()
    assert world.tps(X) != world.tps(Y)
    assert world.place_of("ppk") == X and world.place_of("ketua") == REGENCY


def test_both_houses_are_walked_by_all_their_roles():
    assert {role for _house, role in TESTED} == {*ROLES, PUBLIC}
    assert {house for house, _role in NARROW} == {KPU, BAWASLU}
    assert len(NARROW) == sum(r.depth > 2 for house in (KPU, BAWASLU) for r in roles_of(house))
