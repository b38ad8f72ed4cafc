"""The record: who did what to which thing, in one unbroken chain; and the events it carries."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One line of the record. Holds no personal data: ids, codes and dates only. Kept for ever.

    `id` counts without gaps from 1; `hash` is SHA-256 over the line and the hash before it, so an
    edit shows. Triggers of the database refuse UPDATE, DELETE and TRUNCATE.
    """

    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    door = models.CharField(max_length=8)
    verb = models.CharField(max_length=100)
    subject = models.CharField(max_length=120)
    facts = models.JSONField(default=dict)
    hash_before = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["subject", "id"]),
            models.Index(fields=["actor", "id"]),
            models.Index(fields=["verb", "id"]),
            models.Index(fields=["at"]),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject}"


class Head(models.Model):
    """Where the chain ends, one row: writers queue on it. Holds no personal data. Kept for ever."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    lines = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(name="one_head", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return f"{self.lines} lines, {self.hash}"


class Root(models.Model):
    """Where the chain stood when a day (UTC) ended. No personal data; kept for ever.

    Whoever kept a published root can tell whether anything before it was changed since.
    """

    day = models.DateField(unique=True)
    lines = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.lines} {self.hash}"


class Verification(models.Model):
    """What one reading of the whole chain found. Holds no personal data. Kept for 400 days."""

    at = models.DateTimeField(default=timezone.now)
    lines = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    broken_line = models.BigIntegerField(null=True)
    code = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.code or 'unbroken'}"


class Event(models.Model):
    """A domain event that waits to be heard. Ids, no personal data. Kept 30 days once heard."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=200)
    body = models.JSONField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind}:{self.pk}"


class DeliveryState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    HEARD = "heard", _("Heard")
    DEAD = "dead", _("Given up")


class Delivery(models.Model):
    """One event for one hearer. Holds no personal data. Kept as long as its event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="deliveries")
    hearer = models.CharField(max_length=200)
    state = models.CharField(
        max_length=8, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "hearer"], name="heard_once_by_each")
        ]
        indexes = [models.Index(fields=["state", "next_at"])]

    def __str__(self) -> str:
        return f"{self.event_id} for {self.hearer}: {self.state}"
