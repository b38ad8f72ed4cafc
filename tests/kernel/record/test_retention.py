from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.kernel.record.api import Verification, retention, retention_rules
from corridor.kernel.record.retention import _rules

pytestmark = pytest.mark.django_db


def test_each_rule_says_what_how_long_and_why() -> None:
    for rule in retention_rules():
        assert str(rule.what)
        assert rule.days > 0
        assert len(str(rule.reason)) > 20


def test_a_rule_declared_twice_is_the_later_one() -> None:
    for days in (1, 2):
        retention(
            "ferries.logs",
            what="Logs of ferries",
            days=days,
            reason="The Ferries Act wants them.",
            due=lambda before: Verification.objects.filter(at__lt=before),
        )
    found = _rules.pop("ferries.logs")
    assert found.days == 2
    now = timezone.now()
    assert found.before(now) == now - timedelta(days=2)
