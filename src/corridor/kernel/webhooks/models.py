"""Endpoints of other systems, what is posted to them, and how each try went."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.organisations.api import Organisation

URL_LENGTH_MAX = 500


class Pause(models.TextChoices):
    """Why nothing is posted to an endpoint."""

    BY_HAND = "by_hand", _("Paused by hand")
    FAILING = "failing", _("Paused: it failed for days")
    GONE = "gone", _("Paused: it answered that it is gone")
    OWNER = "owner", _("Paused: whoever registered it may not see this any more")


class Endpoint(models.Model):
    """An address that is told of events: an organisation's, or without one the installation's own.

    Personal data: who registered it. Kept until it is removed.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="webhook_endpoints"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    name = models.CharField(max_length=100)
    url = models.CharField(max_length=URL_LENGTH_MAX)
    event_types = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now)
    failing_since = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    pause = models.CharField(max_length=8, choices=Pause.choices, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="webhook_paused_for_a_reason",
                condition=Q(paused_at=None, pause="") | (Q(paused_at__isnull=False) & ~Q(pause="")),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_paused(self) -> bool:
        return self.paused_at is not None


class Secret(models.Model):
    """A signing secret, encrypted with the platform's key. No personal data; kept until its
    endpoint is removed, or a day after another took its place.
    """

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="secrets")
    sealed = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                name="webhook_one_secret_without_end",
                fields=["endpoint"],
                condition=Q(expires_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"secret {self.pk} of endpoint {self.endpoint_id}"


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    DELIVERED = "delivered", _("Delivered")
    FAILED = "failed", _("Given up")


class Posting(models.Model):
    """One event for one endpoint. Ids and facts, no personal data. Kept 30 days."""

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="postings")
    message_id = models.CharField(max_length=40, unique=True)
    event_type = models.CharField(max_length=60)
    body = models.TextField()
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["endpoint", "-id"], name="webhook_log_of_endpoint")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.event_type}: {self.state}"


class Outcome(models.TextChoices):
    """How one try ended."""

    HEARD = "heard", _("Heard")
    STATUS = "status", _("It answered with an error")
    REDIRECT = "redirect", _("It answered with another address, which is not followed")
    UNKNOWN_HOST = "unknown_host", _("Its name leads to no address")
    PRIVATE = "private", _("Its name leads to an address inside a network")
    NO_CONNECTION = "no_conn", _("No connection")
    TLS = "tls", _("Its certificate is not valid")
    TIMEOUT = "timeout", _("It did not answer in time")
    SECRET = "secret", _("Its secret cannot be read any more; make a new one")


class Attempt(models.Model):
    """One try to post. No personal data, nothing of the answer but its status. Kept 30 days."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    status = models.PositiveSmallIntegerField(null=True)
    milliseconds = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.outcome} {self.status or ''}".strip()


def works_at(moment: datetime) -> Q:
    """The secrets that sign at this moment."""
    return Q(expires_at=None) | Q(expires_at__gt=moment)
