from __future__ import annotations

import json

from tests.cast import Member
from tests.kernel.organisations.world import register
from tests.kernel.webhooks.world import Receiver
from typer.testing import CliRunner

from corridor.kernel.webhooks import api as webhooks
from corridor.kernel.webhooks.acts.deliver import deliver
from corridor.kernel.webhooks.cli import app


def run(*words: object) -> str:
    answer = CliRunner().invoke(app, [str(word) for word in words])
    assert answer.exit_code == 0, answer.exception
    return answer.stdout


def test_the_whole_life_of_an_endpoint_from_the_command_line(
    hana: Member, receiver: Receiver
) -> None:
    assert "offer.made  Somebody was offered a place" in run("types")
    harbour = register(hana)
    given = ("Staff", receiver.url, "--event", "offer.made", "--organisation", harbour.pk)
    number, secret = run("register", *given).split()
    assert secret.startswith("whsec_")
    assert "running" in run("list")
    assert json.loads(run("list", "--json"))["event_types"] == ["offer.made"]
    assert "Changed" in run("change", number, "New", receiver.url, "--event", "offer.lapsed")
    message_id = run("test", number).strip()
    deliver(posting_id=webhooks.Posting.objects.get().pk, attempt=0)
    assert f"{message_id}  webhook.test  delivered  heard 204" in run("deliveries", number)
    assert "On its way" in run("again", number, message_id)
    assert run("new-secret", number).startswith("whsec_")
    assert "Paused" in run("pause", number)
    assert "Resumed" in run("resume", number)
    assert "Removed" in run("remove", number)
    assert run("list") == ""
