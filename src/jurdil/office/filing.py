"""The state of an expense file from its rows: people, papers that are there, budget lines."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from jurdil.law.office import kinds, spj
from jurdil.law.office.spj import NOBODY, Line, Need, Person
from jurdil.office.models import Spj, SpjLine, SpjPaper, SpjPayment, SpjPerson
from jurdil.office.records import Lack

Key = tuple[str, int]


def people_of(rows: Iterable[SpjPerson]) -> tuple[Person, ...]:
    """The people who count, in the order of the law's roles."""
    order = list(kinds.ROLES)
    kept = [row for row in rows if not row.removed_for]
    kept.sort(key=lambda row: (order.index(row.role), row.pk))
    return tuple(Person(row.pk, row.name, row.role, row.inside) for row in kept)


def needs(file: Spj) -> tuple[Need, ...]:
    """Every paper that the file must hold."""
    return spj.needs(kinds.activities()[file.kind], people_of(file.people.all()))


def latest(rows: Iterable[SpjPaper]) -> dict[Key, SpjPaper]:
    """The row that counts for each paper and person."""
    found: dict[Key, SpjPaper] = {}
    for row in sorted(rows, key=lambda row: row.pk):
        found[row.paper, row.person_id or NOBODY] = row
    return found


def settled(rows: Mapping[Key, SpjPaper]) -> set[Key]:
    """Papers that are there, or that were said not to be needed."""
    return {key for key, row in rows.items() if row.state != SpjPaper.State.WITHDRAWN}


def there(file: Spj) -> dict[Key, str]:
    """The reference of every paper that is there."""
    rows = latest(file.papers.all())
    return {key: rows[key].reference for key in settled(rows)}


def lacks(file: Spj) -> tuple[Lack, ...]:
    """The missing papers of a file, by name."""
    return lacks_of(needs(file), settled(latest(file.papers.all())))


def lacks_of(wanted: Iterable[Need], have: set[Key]) -> tuple[Lack, ...]:
    """Missing papers as the screens name them."""
    return tuple(
        Lack(
            need.paper.id,
            need.paper.name,
            need.person.id if need.person else NOBODY,
            need.person.name if need.person else "",
        )
        for need in spj.missing(wanted, have)
    )


def line(row: SpjLine) -> Line:
    """A budget line with what was paid on it; reversed payments do not count."""
    paid = [one for one in row.payments.all() if counts(one)]
    forbidden = row.ceiling is not None and row.ceiling.inside is False
    return Line(
        id=row.pk,
        account=row.account_code,
        item=row.item,
        volume=Fraction(row.volume),
        price=row.price,
        spent=sum(one.gross for one in paid),
        ceiling=row.ceiling.amount if row.ceiling else None,
        inside_paid=forbidden and any(one.person and one.person.inside for one in paid),
    )


def counts(payment: SpjPayment) -> bool:
    """Whether a payment counts: it reverses none and was not reversed."""
    return payment.reverses_id is None and not hasattr(payment, "reversed_by")
