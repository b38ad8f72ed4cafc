"""A fixed day in March 2027, the starter kinds, Amina and Dawit with profiles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import get_resolver
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from tests.cast import ROLES, Member, join
from tests.services.assessments.world import DAY, NOW, open_session, person

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.assessments import api as assessments


@pytest.fixture
def clock(db: None) -> Iterator[FrozenDateTimeFactory]:
    # Every page is imported before the clock stops: what is imported later would hold false days.
    assert get_resolver().url_patterns
    with freeze_time(NOW) as frozen:
        yield frozen


def _member(name: str):
    @pytest.fixture(name=name)
    def member(clock: FrozenDateTimeFactory) -> Member:
        return join(name)

    return member


# The cast sign in on that day: who signed in before it would be signed out by now.
for _name in ROLES:
    globals()[_name] = _member(_name)


@pytest.fixture
def starter(db: None) -> None:
    """Countries and codes."""
    places.load(actor=COMMAND_LINE, name="starter")


@pytest.fixture
def kinds(clock: FrozenDateTimeFactory) -> None:
    places.load(actor=COMMAND_LINE, name="starter-assessments")


@pytest.fixture
def her(clock: FrozenDateTimeFactory, amina: Member) -> people.Person:
    return person("Amina Rahmani", member=amina, email="amina@example.org", sex="female")


@pytest.fixture
def him(clock: FrozenDateTimeFactory, dawit: Member) -> people.Person:
    return person("Dawit Tesfaye", member=dawit, email="dawit@example.org", sex="male")


@pytest.fixture
def lena(clock: FrozenDateTimeFactory) -> Member:
    """A master welder who examines; no role but her name in a session."""
    member = join("esra")
    member.name = "lena"
    return member


@pytest.fixture
def session(kinds: None) -> assessments.Session:
    """A welding test with two places on the tenth."""
    return open_session()


@pytest.fixture
def examined(kinds: None, lena: Member, farid: Member) -> assessments.Session:
    """The same, marked by Lena and Farid apart."""
    return open_session(examiners=(lena.user.pk, farid.user.pk))


@pytest.fixture
def the_day(clock: FrozenDateTimeFactory) -> FrozenDateTimeFactory:
    """It is the tenth, half an hour into the session."""
    clock.move_to(DAY.replace(minute=45))
    return clock
