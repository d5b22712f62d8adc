"""What the office has of its first hour, read from the data themselves."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from jurdil.kernel import clock, files
from jurdil.kernel.acts import query
from jurdil.kernel.models import Grant, Holiday, Office
from jurdil.kernel.viewer import Viewer
from jurdil.stages.models import FirstFile

MEMBER_ROLES = ("ketua", "anggota", "bw-ketua", "bw-anggota")
HEAD_ROLES = ("kasubbag", "bw-sekretariat")


@dataclass(frozen=True)
class Post:
    """A person in a post of the office today, with the decree."""

    name: str
    role: str
    division: str
    acting: str
    basis: str
    since: date


@dataclass(frozen=True)
class KeptTable:
    """A table that was brought in: the file's name, when, and how many rows."""

    kind: str
    name: str
    rows: int
    kept_at: datetime
    summary: dict[str, int]


@dataclass(frozen=True)
class FirstHour:
    """The state of the seven steps. `holidays` are the entered days off of the legal year."""

    regency: str
    letterhead: dict[str, str]
    members: tuple[Post, ...]
    heads: tuple[Post, ...]
    tables: dict[str, KeptTable]
    holidays: int


@query("stages.first_hour")
def first_hour(viewer: Viewer) -> FirstHour:
    """How far the office is."""
    office = clock.office() or Office.objects.get()
    today = clock.today()
    held = Grant.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=today),
        role__in=[*MEMBER_ROLES, *HEAD_ROLES],
        path=office.path,
        valid_from__lte=today,
        account__is_active=True,
    ).select_related("account")
    posts = [_post(grant) for grant in held.order_by("role", "division", "account__name", "id")]
    order = {role: at for at, role in enumerate(MEMBER_ROLES)}
    members = [post for post in posts if post.role in order]
    return FirstHour(
        regency=office.regency,
        letterhead=dict(office.letterhead),
        members=tuple(sorted(members, key=lambda post: order[post.role] % 2)),
        heads=tuple(post for post in posts if post.role in HEAD_ROLES),
        tables=_tables(),
        holidays=Holiday.objects.filter(day__year=today.year).count(),
    )


@query("stages.first_hour")
def holidays_of(viewer: Viewer, year: int) -> tuple[tuple[date, str, str, str], ...]:
    """The days off of a year that the office entered: day, kind in words, name, basis."""
    days = Holiday.objects.filter(day__year=year).order_by("day")
    return tuple((row.day, str(row.get_kind_display()), row.name, row.basis) for row in days)


@query("stages.first_hour")
def kept_content(viewer: Viewer, kind: str) -> bytes:
    """The bytes of the newest table of a kind. Raises `FirstFile.DoesNotExist`."""
    found = FirstFile.objects.select_related("file").filter(kind=kind).order_by("-id").first()
    if found is None:
        raise FirstFile.DoesNotExist
    return files.content(found.file)


@query("stages.work")
def kept_summary(viewer: Viewer, kind: str) -> dict[str, int]:
    """The sums of the newest table of a kind; empty before there is one."""
    found = FirstFile.objects.filter(kind=kind).order_by("-id").first()
    return dict(found.summary) if found else {}


def _post(grant: Grant) -> Post:
    return Post(
        grant.account.name,
        grant.role,
        grant.division,
        grant.acting,
        grant.basis,
        grant.valid_from,
    )


def _tables() -> dict[str, KeptTable]:
    newest = {row.kind: row for row in FirstFile.objects.select_related("file").order_by("id")}
    return {
        kind: KeptTable(kind, row.file.name, row.rows, row.kept_at, dict(row.summary))
        for kind, row in newest.items()
    }
