from django.test import RequestFactory

from corridor.kernel.actors import actor
from corridor.kernel.actors.api import (
    ANONYMOUS,
    SYSTEM,
    Actor,
    Role,
    acting,
    provide_memberships,
    with_memberships,
)


def test_the_record_keeps_an_id_and_never_a_name() -> None:
    assert Actor(user_id=7).key == "user:7"
    assert ANONYMOUS.key == "anonymous"
    assert SYSTEM.key == "system"


def test_those_at_the_desk_are_staff_and_workers_are_not() -> None:
    assert Actor(user_id=1, roles=frozenset({Role.OFFICER})).is_staff
    assert not Actor(user_id=1, roles=frozenset({Role.WORKER})).is_staff


def test_memberships_come_from_whoever_provides_them(monkeypatch) -> None:
    monkeypatch.setattr(actor, "_memberships", [])
    provide_memberships(lambda user_id: frozenset({user_id * 10}))
    assert with_memberships(Actor(user_id=3)).organisation_ids == {30}
    assert with_memberships(ANONYMOUS).organisation_ids == frozenset()


def test_a_request_carries_its_actor() -> None:
    request = RequestFactory().get("/")
    request.actor = SYSTEM
    assert acting(request) is SYSTEM
