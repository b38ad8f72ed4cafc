"""The outbox: every message, from the moment it is decided to the moment it is delivered."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    EMAIL = "email", _("E-mail")
    SMS = "sms", _("SMS")
    APP = "app", _("In Corridor")


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not delivered")


class Message(models.Model):
    """One message to one address. Personal data: the address and the text.

    Kept 90 days, then address and text are blanked (retention rule `messages`); the line that it
    was sent stays.
    """

    # The caller's idempotency key: the same key sends once per channel, however often it is asked.
    key = models.CharField(max_length=200)
    channel = models.CharField(max_length=5, choices=Channel.choices)
    template = models.CharField(max_length=100)
    language = models.CharField(max_length=8)
    # accounts stands above messaging, so the user is an id and not a foreign key.
    user_id = models.BigIntegerField(null=True, blank=True)
    address = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["key", "channel"], name="message_sent_once_per_key"),
            models.CheckConstraint(
                name="message_sent_has_a_time",
                condition=~models.Q(state="sent") | models.Q(sent_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["user_id", "channel", "-id"]),
            models.Index(fields=["state", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.template} by {self.channel}: {self.state}"
