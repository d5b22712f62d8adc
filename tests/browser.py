"""One Chromium for the browser tests, and axe."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import CHROMIUM

ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"


@pytest.fixture(scope="module")
def chromium(migrated):
    """A browser for a file of tests; pages get their own context.

    Its driver keeps an event loop running in this thread, in which Django refuses its database
    and keeps other connections. So the database stands before it, and it ends with the file.
    """
    from django.db import connections
    from playwright.sync_api import sync_playwright

    # What stays open here cannot be closed from inside the loop, and a template has no users.
    connections.close_all()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def violations(page, only: Sequence[str] = ()) -> list[str]:
    """What axe finds on the page, one line a violation with its first node.

    `only` asks for these rules alone.
    """
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text())
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(only)} if only else {})
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]]
