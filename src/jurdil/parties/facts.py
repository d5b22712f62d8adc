"""What the room tells reports: who stands, and how many of the candidates are women."""

from jurdil.kernel import facts
from jurdil.kernel.facts import Asked, Fact, Section
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, share, total
from jurdil.law.regime_types import Contest
from jurdil.law.text import Text
from jurdil.parties import queries

WOMAN = "P"


def tell(viewer: Viewer, asked: Asked) -> Section:
    """Participants and candidates of every contest of the election."""
    if asked.election_id is None:
        return Section()
    counts = queries.counts(viewer, asked.election_id)
    found: list[Fact] = []
    for contest in queries.contests(viewer, asked.election_id):
        if contest.id in counts:
            found += _contest(viewer, asked.election_id, contest)
    return Section(tuple(found))


def _contest(viewer: Viewer, election_id: int, contest: Contest) -> list[Fact]:
    lines = queries.participants(viewer, election_id, contest.id)
    people = [person for line in lines for person in line.people]
    women = sum(person.sex == WOMAN for person in people)
    key, name = f"parties.{contest.id}", contest.name
    everyone = Input(Text("Calon", "Candidates"), len(people))
    made = [
        Fact(
            f"{key}.participants",
            Text(f"Peserta {name.id}", f"Participants, {name.en}"),
            _count(Text("Peserta", "Participants"), len(lines)),
        )
    ]
    if people:
        made.append(
            Fact(
                f"{key}.candidates",
                Text(f"Calon {name.id}", f"Candidates, {name.en}"),
                _count(everyone.name, len(people)),
            )
        )
    if people and all(person.sex for person in people):
        figure = share(
            Input(Text("Calon perempuan", "Women"), women), everyone, article="", confirmed=True
        )
        label = Text(f"Calon perempuan {name.id}", f"Share of women, {name.en}")
        made.append(Fact(f"{key}.women", label, figure))
    return made


def _count(name: Text, value: int) -> Figure:
    return total([Input(name, value)], article="", confirmed=True)


facts.register(
    "parties",
    Text("Peserta dan calon", "Participants and candidates"),
    tell,
    order=30,
    right="parties.view",
    divisions=("teknis",),
)
