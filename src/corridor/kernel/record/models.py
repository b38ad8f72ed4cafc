"""The record: who did what to which thing, in one unbroken chain."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One line of the record. Holds no personal data: ids, codes and dates only. Kept for ever.

    `hash` is SHA-256 over the line and the hash before it, so an edit shows.
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
        indexes = [models.Index(fields=["subject", "id"]), models.Index(fields=["actor", "id"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject}"
