import pytest
import rules

from corridor.kernel.actors.api import (
    ANONYMOUS,
    COMMAND_LINE,
    Actor,
    Refused,
    Role,
    can,
    has_role,
    may,
    permit,
)

OFFICER = Actor(user_id=1, roles=frozenset({Role.OFFICER}))
WORKER = Actor(user_id=2, roles=frozenset({Role.WORKER}))


@pytest.fixture(autouse=True)
def _permission():
    permit("ferries.board", has_role(Role.OFFICER))
    yield
    rules.remove_perm("ferries.board")


def test_a_role_opens_what_it_is_for_and_nothing_else() -> None:
    assert can(OFFICER, "ferries.board")
    assert not can(WORKER, "ferries.board")
    assert not can(ANONYMOUS, "ferries.board")


def test_a_refusal_looks_like_absence() -> None:
    with pytest.raises(Refused) as refusal:
        may(WORKER, "ferries.board")
    assert refusal.value.status == 404
    assert refusal.value.code == "corridor.not_found"


def test_the_operator_at_the_machine_always_may() -> None:
    assert can(COMMAND_LINE, "ferries.board")


@pytest.mark.parametrize(
    ("scopes", "allowed"), [({"ferries"}, True), ({"ferries.board"}, True), ({"trains"}, False)]
)
def test_a_token_does_no_more_than_its_scopes(scopes: set[str], allowed: bool) -> None:
    narrowed = Actor(user_id=1, roles=OFFICER.roles, scopes=frozenset(scopes))
    assert can(narrowed, "ferries.board") is allowed


def test_a_mistyped_permission_is_an_error_and_not_a_no() -> None:
    with pytest.raises(KeyError, match="No permission is called"):
        can(OFFICER, "ferries.bord")
