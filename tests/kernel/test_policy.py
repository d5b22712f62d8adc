"""One matrix: the check at run time, the page and these tests read the same object."""

import pytest

from jurdil.kernel import acts, exchange, imports, policy
from jurdil.kernel.roles import PUBLIC, ROLES, SYSTEM
from jurdil.kernel.viewer import Viewer
from tests import doors, factories

PATHS = {2: "73.12", 3: "73.12.01", 4: "73.12.01.1001", 5: "73.12.01.1001/001"}

doors.load_rooms()
MATRIX = policy.matrix()
EVERY_ROLE = [*ROLES, PUBLIC, SYSTEM]


def viewer(role: str) -> Viewer:
    known = ROLES.get(role)
    return Viewer(
        role=role,
        path=PATHS[known.depth] if known else "73.12",
        house=known.house if known else "kpu",
        name="Contoh",
    )


def orphans(matrix: set[str]) -> set[str]:
    """Codes that stand in the matrix or at a door (act, query, importer), but not in both."""
    brought_in = {importer.right for importer in imports.importers()}
    brought_in |= {kind.right for kind in exchange.types()}
    return matrix ^ (acts.ACTS.keys() | acts.QUERIES.keys() | brought_in)


def test_every_door_has_its_row_and_every_row_its_door():
    assert orphans(set(MATRIX)) == set()


@pytest.mark.parametrize("code", sorted(MATRIX))
def test_a_row_taken_out_is_missed(code):
    assert code in orphans(set(MATRIX) - {code})


def test_acts_are_rows_of_acting_and_queries_rows_of_reading():
    kinds = {code: right.kind for code, right in MATRIX.items()}
    assert {kinds[code] for code in acts.ACTS} == {policy.ACT}
    assert {kinds[code] for code in acts.QUERIES} == {policy.READ}


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_require_raises_exactly_when_the_matrix_says_so(role):
    for code, right in MATRIX.items():
        has = role == SYSTEM or role in right.roles
        assert policy.allows(viewer(role), code) is has, code
        if has:
            policy.require(viewer(role), code)
        else:
            with pytest.raises(policy.Forbidden):
                policy.require(viewer(role), code)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [*ROLES, PUBLIC])
def test_every_door_itself_refuses_who_lacks_the_right(role):
    factories.office(ROLES[role].house if role in ROLES else "kpu")
    asker = viewer(role)
    for code, act in acts.ACTS.items():
        if role not in MATRIX[code].roles:
            with pytest.raises(policy.Forbidden):
                act(by=asker)
    for code, queries in acts.QUERIES.items():
        for query in queries:
            if role not in MATRIX[code].roles:
                with pytest.raises(policy.Forbidden):
                    query(asker)


def test_a_refusal_names_the_right_in_words():
    with pytest.raises(policy.Forbidden, match="Memberi peran"):
        policy.require(viewer("saksi"), "account.grant")


def test_an_unknown_code_is_a_fault_of_the_programmer():
    with pytest.raises(KeyError):
        policy.allows(viewer("ketua"), "tidak.ada")


def test_read_only_roles_act_on_nothing_but_their_own_account():
    watching = {role.code for role in ROLES.values() if role.read_only}
    for code, right in MATRIX.items():
        # A look at the voter list is an act because it leaves its trace; it changes nothing.
        # Whoever was invited signs in by himself, and everybody may comment on a list.
        free = (
            "account.own-",
            "stages.",
            "voters.look-",
            "voters.comment_public",
            "meetings.check_in",
        )
        if right.kind == policy.ACT and not code.startswith(free):
            assert not right.roles & watching, code


def test_rights_are_named_in_both_languages_and_once():
    for right in MATRIX.values():
        assert right.name.id and right.name.en
    names = [right.name.id for right in MATRIX.values()]
    assert sorted(names) == sorted(set(names))
