"""What is taken away when its time has come, and what stays."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from tests.cast import Member

from corridor.kernel.accounts.api import Contact, Invitation, invite
from corridor.kernel.actors.api import SYSTEM, Role
from corridor.kernel.record import api as record

pytestmark = pytest.mark.django_db


def taken(days: float) -> dict[str, int]:
    """What goes when so many days have passed."""
    found = record.apply_retention(SYSTEM, now=timezone.now() + timedelta(days=days))
    return {name: count for name, count in found.items() if name.startswith("accounts.")}


def test_an_invitation_goes_a_quarter_after_it_ran_out(bodil: Member, post) -> None:
    invite(actor=bodil.actor, contact=Contact(email="salma@example.org"), role=Role.WORKER)
    assert taken(103)["accounts.invitations"] == 0
    assert taken(105)["accounts.invitations"] == 1
    assert not Invitation.objects.exists()


def test_failed_attempts_go_after_a_week(door: Client) -> None:
    door.post("/account/login/", {"login": "who@example.org", "password": "wrong password"})
    assert taken(6)["accounts.attempts"] == 0
    assert taken(8)["accounts.attempts"] == 1
    assert not AccessAttempt.objects.exists()


def test_sessions_go_when_they_ran_out_and_their_devices_a_month_after(amina: Member) -> None:
    UserSession.objects.create(
        user=amina.user, ip="127.0.0.1", session_key=amina.client.session.session_key
    )
    assert taken(5) == dict.fromkeys(taken(5), 0)
    assert taken(16)["accounts.sessions"] == 1
    assert not Session.objects.exists()
    assert taken(31)["accounts.devices"] == 1
