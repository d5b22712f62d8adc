"""A file being read, watched in a real browser: the page moves on by itself, scripts or none."""

import pytest

from jurdil.kernel import imports, who
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Office
from tests import databases, factories, served
from tests.browser import chromium, violations  # noqa: F401  (a fixture)
from tests.kernel.sample_room.imports import HolidayImport
from tests.kernel.test_imports import GOOD

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def house(chromium, migrated, django_db_blocker, tmp_path_factory):  # noqa: F811
    """The address of a served house and its operator."""
    imports.unregister(HolidayImport.kind)
    imports.register(HolidayImport)
    folder = tmp_path_factory.mktemp("impor")
    with django_db_blocker.unblock(), databases.own_database(migrated, folder):
        account = factories.account("operator")
        with served.serving() as address:
            yield address, account
    imports.unregister(HolidayImport.kind)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_of_a_file_being_read_becomes_the_preview(house, chromium, scripts):  # noqa: F811
    address, account = house
    by = who.viewer_for(account.grants.get(), Office.objects.get())
    batch = staging.open_batch(by, kind="hari-libur", name="a.csv", content=GOOD)
    context = chromium.new_context(java_script_enabled=scripts, reduced_motion="reduce")
    context.add_cookies([served.session_cookie(account, address)])
    page = context.new_page()
    page.goto(f"{address}/kantor/impor/{batch.pk}/")
    assert page.get_by_role("heading", name="Berkas sedang dibaca").is_visible()
    if scripts:
        assert violations(page) == []
    staging.read_now(batch.pk)
    page.get_by_role("button", name="Terbitkan 2 baris").wait_for(timeout=8000)
    if scripts:
        assert violations(page) == []
    context.close()
