"""The code lists, and Amina with a profile."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.accounts.api import RoleGrant
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places


@pytest.fixture
def starter(db: None) -> places.Loaded:
    """The countries, occupations and skills that ship with Corridor."""
    return places.load(actor=COMMAND_LINE, name="starter")


@pytest.fixture
def her(amina: Member) -> people.Person:
    """Amina's profile."""
    return register(amina, full_name="Amina Rahmani")


@pytest.fixture
def centre(esra: Member) -> Member:
    """Esra works at a migrant resource centre."""
    RoleGrant.objects.create(user=esra.user, role="centre")
    return esra
