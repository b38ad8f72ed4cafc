from __future__ import annotations

import signal
from pathlib import Path

import pytest
from django.test import Client
from tests.cast import Member
from tests.house import processes
from tests.services.rounds.conftest import planned_alone, run

from corridor.kernel.actors.api import Refused
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


@pytest.mark.plays("1a1.2")
def test_an_officer_publishes_a_result_once(bodil: Member, ready: rounds.Round) -> None:
    published = rounds.publish_round(actor=bodil.actor, ready=ready)
    assert published.is_published
    with pytest.raises(rounds.NotReady, match="is Published"):
        rounds.publish_round(actor=bodil.actor, ready=ready)


def test_a_round_that_has_not_run_cannot_be_published(
    db: None, bodil: Member, plan: rounds.RoundDraft
) -> None:
    planned = planned_alone(plan)
    with pytest.raises(rounds.NotReady):
        rounds.publish_round(actor=bodil.actor, ready=planned)


def test_an_employer_cannot_publish(hana: Member, ready: rounds.Round) -> None:
    with pytest.raises(Refused):
        rounds.publish_round(actor=hana.actor, ready=ready)


DIE_WHILE_PUBLISHING = """
import os, signal, sys
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds

announced = record.announce
def announce_and_die(event):
    announced(event)
    print(rounds.Round.objects.get(pk=sys.argv[1]).state, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
record.announce = announce_and_die
rounds.publish_round(actor=COMMAND_LINE, ready=rounds.Round.objects.get(pk=sys.argv[1]))
"""


@pytest.mark.django_db(transaction=True)
def test_kill_9_while_publishing_leaves_nothing_half_published(
    world: None, plan: rounds.RoundDraft, bodil: Member, visitor: Client, tmp_path: Path
) -> None:
    ready = run(plan)
    entries, announced = record.Entry.objects.count(), record.Delivery.objects.count()
    process = processes.start(DIE_WHILE_PUBLISHING, str(ready.pk), CORRIDOR_HOME=str(tmp_path))
    said, complaint = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, complaint
    assert said.strip() == "published"  # within its own transaction it was
    ready.refresh_from_db()
    assert (ready.state, ready.published_at, ready.published_by) == ("ready", None, "")
    assert record.Entry.objects.count() == entries
    assert record.Delivery.objects.count() == announced
    assert visitor.get(f"/rounds/{ready.number}/").status_code == 404
    published = rounds.publish_round(actor=bodil.actor, ready=ready)
    assert published.state == "published"
    assert visitor.get(f"/rounds/{ready.number}/").status_code == 200
