from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Member
from typer.testing import CliRunner

from corridor.kernel.actors.api import SYSTEM, Refused
from corridor.kernel.record.api import Entry, Verification, apply_retention
from corridor.kernel.record.cli import app
from corridor.kernel.record.models import Delivery, Event

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=500)


def an_event(*states: str) -> Event:
    event = Event.objects.create(at=LONG_AGO, kind="ferries.Left", body={})
    for number, state in enumerate(states):
        Delivery.objects.create(event=event, hearer=str(number), state=state, next_at=LONG_AGO)
    return event


def test_what_is_due_goes_and_the_record_says_so() -> None:
    an_event("heard", "heard")
    kept = [an_event("heard", "dead"), an_event("waiting")]
    Verification.objects.create(at=LONG_AGO, lines=0, hash="")
    taken = apply_retention(SYSTEM, now=timezone.now())
    assert list(Event.objects.all()) == kept
    assert taken["record.verifications"] == 1
    assert Entry.objects.filter(verb="record.retained").count() == 2


def test_listing_takes_nothing_away() -> None:
    an_event("heard")
    answer = CliRunner().invoke(app, ["retention"])
    assert "record.events: Events that everybody has heard, 30 days; 1 due" in answer.output
    assert Event.objects.exists()
    answer = CliRunner().invoke(app, ["retention", "--apply", "--json"])
    assert '"taken": 2' in answer.output
    assert not Event.objects.exists()


def test_an_officer_cannot_apply_it(bodil: Member) -> None:
    with pytest.raises(Refused):
        apply_retention(bodil.actor, now=timezone.now())
