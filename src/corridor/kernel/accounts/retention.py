"""What accounts keep only for a while."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.kernel.accounts.models import Invitation
from corridor.kernel.record import api as record

record.retention(
    "accounts.invitations",
    what=_("Invitations that were used, withdrawn or ran out"),
    days=90,
    reason=_("They hold an address; a quarter is enough to answer who was invited and why."),
    due=lambda before: Invitation.objects.filter(
        Q(expires_at__lt=before) | Q(accepted_at__lt=before) | Q(revoked_at__lt=before)
    ),
)
record.retention(
    "accounts.attempts",
    what=_("Failed attempts to sign in"),
    days=7,
    reason=_("They hold what was typed and from where; a week is enough to see an attack."),
    due=lambda before: AccessAttempt.objects.filter(attempt_time__lt=before),
)
record.retention(
    "accounts.sessions",
    what=_("Sessions that ran out"),
    days=1,
    reason=_("Nobody is signed in with them any more."),
    due=lambda before: Session.objects.filter(expire_date__lt=before),
)
record.retention(
    "accounts.devices",
    what=_("Devices that are signed out"),
    days=30,
    reason=_("They hold an address and a browser's name; a month is enough to notice a stranger."),
    due=lambda before: UserSession.objects.filter(last_seen_at__lt=before).exclude(
        session_key__in=Session.objects.values("session_key")
    ),
)
