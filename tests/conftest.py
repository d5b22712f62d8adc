"""What all tests share: real data, keys, the browser, and no silent skips in CI."""

import functools
import os
from pathlib import Path

import hypothesis
import pytest

from tests import databases, writes
from tests.environment import shared_data

hypothesis.settings.register_profile("jurdil", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("JURDIL_NO_SKIPS") else "jurdil")
"""No deadline: a busy machine breaks no promise. In CI the same examples come every time, so that
red means the change; new ones are looked for at home."""

CHROMIUM = Path(os.environ.get("JURDIL_CHROMIUM", "/usr/bin/chromium"))
DATABASE = {"db", "migrated"}
"""Fixtures through which a test reaches the database, besides the mark `django_db`."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real public figures; skips by name where they are absent."""
    folder = shared_data()
    if folder is None:
        pytest.skip("the public figures (../shared/data or JURDIL_SHARED_DATA) are absent")
    return folder


@pytest.fixture(scope="session", autouse=True)
def keys():
    """Every test run has its own keys."""
    from jurdil.kernel import crypto

    crypto.make_keys()


@pytest.fixture(scope="session", autouse=True)
def villages_of_the_country():
    """An installation reads the catalogue of all villages once, and so may a test run."""
    from jurdil.places import catalogue

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "_read", functools.cache(catalogue._read))
        patch.setattr(catalogue, "regions_of", functools.cache(catalogue.regions_of))
        yield


@pytest.fixture(autouse=True)
def plain_clock():
    """No test inherits another's office from the clock."""
    from jurdil.kernel import clock

    clock.remember_office(None)
    yield
    clock.remember_office(None)


@pytest.fixture(autouse=True)
def plain_static_files(request, settings):
    """Pages are rendered without collected static files, but for those a browser asks for."""
    if not request.node.get_closest_marker("browser"):
        settings.STORAGES = {
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        }


@pytest.fixture(autouse=True)
def rows_change_in_acts():
    """Fails a test in which a row changed outside every act; see `tests.writes`."""
    with writes.watched() as watch:
        yield watch
    if watch.outside:
        pytest.fail(
            "written outside an act (a test prepares its ground in writes.setting_up()): "
            + ", ".join(dict.fromkeys(watch.outside))
        )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The tables stand as the models say; `kernel/test_migrations` holds the migrations to them."""
    with django_db_blocker.unblock():
        databases.record_migrations()


@pytest.fixture(scope="session")
def migrated(django_db_setup, django_db_blocker, tmp_path_factory):
    """The migrated database to copy from; None where the server copies by itself."""
    with (
        django_db_blocker.unblock(),
        databases.migrated_template(tmp_path_factory.mktemp("template")) as template,
    ):
        yield template


@pytest.fixture
def fresh_database(migrated, django_db_blocker, tmp_path):
    """A database of this test's own in which commits are real; yields its name.

    For threads, processes and servers; never together with the mark `django_db`.
    """
    with django_db_blocker.unblock(), databases.own_database(migrated, tmp_path) as name:
        yield name


def pytest_configure():
    """What would only cost minutes: slow hashes of passwords that guard nothing, migrating."""
    from django.conf import settings

    settings.DATABASES["default"].setdefault("TEST", {})["MIGRATE"] = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what asks for a database runs; everywhere browsers share one worker."""
    if os.environ.get("JURDIL_TEST_ENGINE") == "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if not asks_database(item)])
        items[:] = filter(asks_database, items)
    for item in items:
        if item.get_closest_marker("browser"):
            in_line(item)


def asks_database(item) -> bool:
    """Whether a test may reach the database at all; any other would fail for trying."""
    from django.test import TransactionTestCase

    inherits = isinstance(item.cls, type) and issubclass(item.cls, TransactionTestCase)
    marked = item.get_closest_marker("django_db") is not None
    return inherits or marked or not DATABASE.isdisjoint(item.fixturenames)


def in_line(item) -> None:
    """Browser tests run one after another on one worker, but those with a group of their own."""
    if not item.get_closest_marker("xdist_group"):
        item.add_marker(pytest.mark.xdist_group("browser"))
    if not CHROMIUM.exists():
        item.add_marker(pytest.mark.skip(reason=f"Chromium is absent ({CHROMIUM})"))


def pytest_terminal_summary(terminalreporter):
    """In CI a skip is a failure: what cannot run there protects nobody."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("JURDIL_NO_SKIPS"):
        terminalreporter.write_line(f"{len(skipped)} skipped where nothing may be skipped")


def pytest_sessionfinish(session, exitstatus):
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and os.environ.get("JURDIL_NO_SKIPS") and reporter.stats.get("skipped"):
        session.exitstatus = 1
