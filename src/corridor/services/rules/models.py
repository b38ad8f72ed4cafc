"""Tables of rules as they are published: versions that never change, each seen by two people."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

REASON_MAX = 500


class RuleTable(models.Model):
    """A question of law under one code. Personal data: none; kept for ever.

    What lists and searches need of the version in force now stands here again: `title`, `words`
    (folded, in every language). `country` is alpha-3, or empty.
    """

    code = models.SlugField(max_length=60, unique=True)
    pack = models.SlugField(max_length=60, db_index=True)
    pack_title = models.JSONField(default=dict)
    country = models.CharField(max_length=3, blank=True)
    title = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    current = models.ForeignKey(
        "rules.TableVersion", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pack", "code"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("rules.table", args=[self.code])


class Status(models.TextChoices):
    IN_REVIEW = "in_review", _("Waits for review")
    PUBLISHED = "published", _("Published")
    SENT_BACK = "sent_back", _("Sent back")
    TAKEN_BACK = "taken_back", _("Taken back")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# What the public reads: answers given by a withdrawn version can still be worked out again.
PUBLIC = (Status.PUBLISHED, Status.WITHDRAWN)


class TableVersion(models.Model):
    """What a table says, word for word, under a number. Personal data: who wrote and who
    reviewed it, by the number of their account alone; kept for ever, for answers are traced to it.

    `text` is the table's canonical TOML and `digest` the engine's; `edition` is that of the pack it
    was shipped in, and empty where a person proposed it.
    """

    table = models.ForeignKey(RuleTable, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64, db_index=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.IN_REVIEW)
    edition = models.CharField(max_length=60, blank=True)
    author_key = models.CharField(max_length=40)
    reviewer_key = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=REASON_MAX, blank=True)
    reason = models.CharField(max_length=REASON_MAX, blank=True)
    proposed_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    review_by = models.DateField()
    rows = models.PositiveIntegerField()
    unverified = models.PositiveIntegerField()

    class Meta:
        ordering = ["table", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["table", "number"], name="rules_one_number"),
            models.UniqueConstraint(
                fields=["table"], condition=Q(status="in_review"), name="rules_one_in_review"
            ),
            models.CheckConstraint(
                condition=~Q(reviewer_key=F("author_key")), name="rules_two_people"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["published", "sent_back", "withdrawn"])
                | ~Q(reviewer_key="")
                | ~Q(edition=""),
                name="rules_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["sent_back", "withdrawn"]) | ~Q(reason=""),
                name="rules_reason_given",
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="rules_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status="in_review") | Q(decided_at__isnull=False),
                name="rules_decided_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table_id}/{self.number}"
