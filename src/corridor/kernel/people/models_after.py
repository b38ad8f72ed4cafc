"""What becomes of entries: brought in by a table, made one with another, or erased."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Intake(models.Model):
    """A table of people who came in at once. Personal data: none but who they are, by their ids.

    Kept while they are, so that a stack entered by mistake can be taken back whole.
    """

    imported_at = models.DateTimeField(default=timezone.now)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    people = models.PositiveIntegerField()
    claims = models.PositiveIntegerField()
    # [[first, last], …]: the ids of these people, both ends included.
    ids = models.JSONField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-imported_at", "-id"]
        constraints = [models.CheckConstraint(name="intake_of_somebody", condition=Q(people__gt=0))]

    def __str__(self) -> str:
        return f"intake {self.pk}: {self.people}"


class Merge(models.Model):
    """Two entries for one person made one. Personal data: the reason; kept as long as either.

    `moved` holds the ids that changed hands, so that undoing it restores exactly.
    """

    kept = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="merges_kept")
    merged = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="merges_merged"
    )
    reason = models.CharField(max_length=1000)
    moved = models.JSONField(default=dict)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    merged_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="merge_of_two", condition=~Q(kept=F("merged")) & ~Q(reason="")
            ),
            models.UniqueConstraint(
                name="merge_stands_once", fields=["merged"], condition=Q(undone_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged_id} into {self.kept_id}"


class Erasure(models.Model):
    """That somebody was erased, and what the law keeps. Personal data: none; kept for ever."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="erasure")
    erased_at = models.DateTimeField(default=timezone.now)
    by_themselves = models.BooleanField()
    # Where the person's written request is filed, when an officer acted on it.
    request_number = models.CharField(max_length=60, blank=True)
    # [{"what": …, "reason": …, "until": …}], told by the apps that must keep it.
    kept = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="erasure_by_themselves_or_on_request",
                condition=Q(by_themselves=True) | ~Q(request_number=""),
            )
        ]

    def __str__(self) -> str:
        return f"erasure of {self.person_id}"
