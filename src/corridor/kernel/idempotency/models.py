"""What was asked for with an idempotency key, and what was answered."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Answered(models.Model):
    """One write that was done, by who asked and their key (its digest only).

    The answer may hold personal data of whoever it is about. Kept 30 days; its words are taken
    away at once when a person is erased.
    """

    owner = models.CharField(max_length=100)
    key = models.CharField(max_length=64)
    request = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    status = models.PositiveSmallIntegerField(default=0)
    headers = models.JSONField(default=dict)
    body = models.TextField(blank=True)
    is_forgotten = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="one_answer_for_a_key")
        ]

    def __str__(self) -> str:
        return f"{self.owner} {self.key[:8]}: {self.status}"
