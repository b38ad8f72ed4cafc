from datetime import timedelta

from django.utils import timezone

from corridor.services.rounds import api as rounds


def test_an_appeal_knows_its_clock() -> None:
    appeal = rounds.Appeal(reply_by=timezone.now() - timedelta(days=1))
    assert appeal.is_late
    assert not appeal.is_decided
    assert "open" in str(appeal)
