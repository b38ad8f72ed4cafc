from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from typer.testing import CliRunner

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.record import events
from corridor.kernel.record.acts.deliver import ATTEMPTS_MAX, deliver_event, wait_after
from corridor.kernel.record.api import Delivery, Entry, announce, deliver_due, hears, note, revive
from corridor.kernel.record.cli import app

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class FerryLeft:
    ferry_id: int


class Sea:
    """Hearers that count, and that can be rough."""

    def __init__(self) -> None:
        self.rough = False
        self.told: list[str] = []

    def harbour(self, event: FerryLeft) -> None:
        note(SYSTEM, "ferries.seen", f"ferries.Ferry:{event.ferry_id}")
        self.told.append("harbour")
        if self.rough:
            raise RuntimeError("Amina fell in")

    def island(self, event: FerryLeft) -> None:
        self.told.append("island")


@pytest.fixture
def sea() -> Iterator[Sea]:
    made = Sea()
    hears(FerryLeft)(made.harbour)
    hears(FerryLeft)(made.island)
    yield made
    events._hearers.pop(FerryLeft, None)


def in_hours(hours: int):
    return timezone.now() + timedelta(hours=hours)


@pytest.fixture
def left(sea: Sea) -> int:
    announce(FerryLeft(1))
    return Delivery.objects.all()[0].event_id


def test_a_failing_hearer_neither_stops_the_others_nor_leaves_half_its_work(
    sea: Sea, left: int
) -> None:
    sea.rough = True
    assert deliver_event(left) == 1
    assert sea.told == ["harbour", "island"]
    assert not Entry.objects.exists()
    failed = Delivery.objects.get(state="waiting")
    assert failed.attempts == 1
    assert failed.error.startswith("RuntimeError at test_deliver.py:")
    assert "Amina" not in failed.error


def test_it_is_tried_again_later_and_heard_once(sea: Sea, left: int) -> None:
    sea.rough = True
    deliver_event(left)
    sea.rough = False
    assert deliver_due(now=timezone.now()) == 0
    assert deliver_due(now=in_hours(1)) == 1
    assert deliver_due(now=in_hours(99)) == 0
    assert sea.told == ["harbour", "island", "harbour"]
    assert Entry.objects.count() == 1


def test_what_a_killed_process_did_not_deliver_the_worker_does(sea: Sea, left: int) -> None:
    assert deliver_due(now=in_hours(1)) == 2
    assert sea.told == ["harbour", "island"]


def test_after_many_failures_it_is_given_up_until_somebody_revives_it(sea: Sea, left: int) -> None:
    sea.rough = True
    for _ in range(ATTEMPTS_MAX + 3):
        deliver_due(now=in_hours(99))
    assert sea.told.count("harbour") == ATTEMPTS_MAX
    assert Delivery.objects.filter(state="dead").count() == 1
    sea.rough = False
    assert revive() == 1
    assert deliver_due(now=in_hours(1)) == 1


def test_a_hearer_that_went_away_is_told_of_in_the_delivery(sea: Sea, left: int) -> None:
    events._hearers.pop(FerryLeft)
    deliver_event(left)
    assert all("LookupError" in row.error for row in Delivery.objects.all())


def test_waiting_doubles_up_to_six_hours() -> None:
    assert [wait_after(n).total_seconds() for n in (1, 2, 3, 20)] == [30, 60, 120, 21_600]


def test_the_command_revives_what_was_given_up(sea: Sea, left: int) -> None:
    Delivery.objects.update(state="dead", attempts=ATTEMPTS_MAX)
    assert "2 deliveries wait again" in CliRunner().invoke(app, ["revive"]).output
    assert deliver_due(now=in_hours(1)) == 2
