"""Messages by API and by command line."""

from __future__ import annotations

from tests.cast import Member
from typer.testing import CliRunner

from corridor.kernel.messaging.api import Channel, Message, State
from corridor.kernel.messaging.cli import app


def make(member: Member, key: str, **more: object) -> Message:
    given = {"template": "t", "language": "en", "subject": "s", "text": "t"}
    return Message.objects.create(key=key, user_id=member.user.pk, **given, **more)


def test_ones_own_messages_are_marked_as_read(amina: Member, dawit: Member) -> None:
    make(amina, "a", channel=Channel.APP)
    make(dawit, "b", channel=Channel.APP)
    assert amina.client.post("/api/v1/messages/read").json() == {"read": 1}
    assert amina.client.post("/api/v1/messages/read").json() == {"read": 0}
    assert Message.objects.filter(read_at=None).count() == 1


def test_a_failed_message_goes_out_again(amina: Member, ivan: Member, esra: Member) -> None:
    failed = make(amina, "a", channel=Channel.EMAIL, address="a@example.org", state=State.FAILED)
    address = f"/api/v1/messages/{failed.pk}/retry"
    assert esra.client.post(address).status_code == 404
    assert ivan.client.post(address).json() == {"id": failed.pk, "state": "waiting"}
    assert ivan.client.post("/api/v1/messages/999/retry").status_code == 404


def test_the_command_line_does_the_same(amina: Member) -> None:
    failed = make(amina, "a", channel=Channel.EMAIL, address="a@example.org", state=State.FAILED)
    run = CliRunner()
    assert f"{failed.pk}  email  t  failed" in run.invoke(app, ["list"]).stdout
    assert run.invoke(app, ["retry", str(failed.pk)]).stdout == "waiting\n"
