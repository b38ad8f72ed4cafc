"""What every test may ask for: the cast, an open door, the publishers' data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.utils import translation

from tests.cast import ROLES, Member, join

pytest_plugins = ["tests.house.flush", "tests.house.visits"]


def _member(name: str):
    @pytest.fixture(name=name)
    def member(db: None) -> Member:
        return join(name)

    return member


# Amina works abroad, Bodil administers, Chen runs an agency, Dawit came back, Esra is an outsider,
# Farid is a labour attaché, Grace counts, Hana employs, Ivan keeps the installation.
for _name in ROLES:
    globals()[_name] = _member(_name)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """A page asked for in Arabic must not leave the next test speaking it."""
    with translation.override("en"):
        yield


@pytest.fixture
def one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """As within Django's test client: a request must not close the test's own transaction."""
    monkeypatch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", lambda _self: None)


@pytest.fixture
def visitor() -> Client:
    """Somebody who has not signed in."""
    return Client()


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The publishers' own files (CORRIDOR_DATA); tests that read them skip where it is absent."""
    folder = Path(settings.DATA)
    if not folder.is_dir():
        pytest.skip(f"the data folder {folder} is not here; set CORRIDOR_DATA to run this")
    return folder
