"""Appeals: somebody says that a result is wrong, and gets an answer in time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    UPHELD = "upheld", _("You were right")
    DISMISSED = "dismissed", _("The result stands")


class Appeal(models.Model):
    """An appeal against a result. Personal data: its reasons; kept with the round, reasons erased.

    `ran_by` and `published_by` are those who answer for the round (the record's keys, no names);
    the database refuses a decision by either.
    """

    result = models.ForeignKey("rounds.Result", on_delete=models.CASCADE, related_name="appeals")
    reasons = models.TextField(max_length=4_000)
    lodged_at = models.DateTimeField(default=timezone.now)
    reply_by = models.DateTimeField()
    ran_by = models.CharField(max_length=64)
    published_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=64, blank=True)
    verdict = models.CharField(max_length=9, choices=Verdict.choices, blank=True)
    answer = models.TextField(max_length=4_000, blank=True)

    class Meta:
        ordering = ["reply_by", "id"]
        constraints = [
            models.UniqueConstraint(name="appeal_once_per_result", fields=["result"]),
            models.CheckConstraint(
                name="appeal_decided_whole",
                condition=Q(decided_at=None, decided_by="", verdict="")
                | (Q(decided_at__isnull=False) & ~Q(decided_by="") & ~Q(verdict="")),
            ),
            models.CheckConstraint(
                name="appeal_decided_by_another",
                condition=Q(decided_at=None)
                | (~Q(decided_by=F("ran_by")) & ~Q(decided_by=F("published_by"))),
            ),
        ]

    def __str__(self) -> str:
        return f"appeal {self.pk}: {self.verdict or 'open'}"

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None

    @property
    def is_late(self) -> bool:
        """Undecided, and the time to reply is past."""
        return not self.is_decided and self.reply_by < timezone.now()
