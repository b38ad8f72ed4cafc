"""What the tests of people stand on."""

from __future__ import annotations

from typing import Any

from tests.cast import Member

from corridor.kernel.people import api as people


def draft(**said: Any) -> people.PersonDraft:
    return people.read(people.PersonDraft, {"full_name": "Amina Rahmani"} | said)


def register(member: Member, **said: Any) -> people.Person:
    name = {"full_name": member.name.capitalize()}
    return people.register_person(
        actor=member.actor, draft=draft(**(name | said)), consents=[people.Purpose.MATCHING]
    )


def value(kind: str, **said: Any) -> Any:
    return people.read(people.VALUES[people.Kind(kind)], said)


def say(member: Member, person: people.Person, kind: str, **said: Any) -> people.Claim:
    return people.add_claim(actor=member.actor, person=person, value=value(kind, **said))
