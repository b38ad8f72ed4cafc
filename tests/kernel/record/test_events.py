from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from corridor.kernel.actors.api import Role
from corridor.kernel.record import events
from corridor.kernel.record.api import Delivery, announce, hears
from corridor.kernel.record.models import Event

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, kw_only=True)
class FerryLeft:
    ferry_id: int
    day: date
    fare: Decimal
    roles: tuple[Role, ...]


LEFT = FerryLeft(ferry_id=1, day=date(2026, 1, 2), fare=Decimal("1.50"), roles=(Role.WORKER,))


@pytest.fixture(autouse=True)
def _nobody_else_hears() -> Iterator[None]:
    yield
    events._hearers.pop(FerryLeft, None)


def test_an_event_is_heard_as_it_was_announced(django_capture_on_commit_callbacks) -> None:
    heard: list[FerryLeft] = []
    hears(FerryLeft)(lambda event: heard.append(event))
    with django_capture_on_commit_callbacks(execute=True):
        announce(LEFT)
    assert heard == [LEFT]


def test_nothing_is_heard_before_the_commit(django_capture_on_commit_callbacks) -> None:
    heard: list[FerryLeft] = []
    hears(FerryLeft)(lambda event: heard.append(event))
    with django_capture_on_commit_callbacks(execute=False):
        announce(LEFT)
    assert heard == []
    assert Delivery.objects.get().state == "waiting"


def test_an_event_nobody_hears_is_not_kept() -> None:
    announce(LEFT)
    assert not Event.objects.exists()


def test_only_a_dataclass_can_be_announced() -> None:
    with pytest.raises(TypeError, match="no dataclass"):
        announce("the ferry left")
