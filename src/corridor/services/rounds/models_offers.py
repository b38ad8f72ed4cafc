"""Offers: a place promised to somebody, and what they answered."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OfferState(models.TextChoices):
    OPEN = "open", _("Waiting for an answer")
    ACCEPTED = "accepted", pgettext_lazy("an offer", "Accepted")
    DECLINED = "declined", pgettext_lazy("an offer", "Declined")
    LAPSED = "lapsed", _("Not answered in time")
    WITHDRAWN = "withdrawn", pgettext_lazy("an offer", "Withdrawn")


# An offer that holds its place.
STANDING = (OfferState.OPEN, OfferState.ACCEPTED)


class Offer(models.Model):
    """A place promised. Personal data: whose (a reference), a reason given; kept with the round.

    `family` joins the offers of people who decide together: each says yes (`agreed_at`), and all
    are accepted when the last one has. `is_next` is true where somebody before them gave it up.
    `failed` is a requirement not met after it was made, as in Result.barred_by: it was withdrawn
    for that, or an officer let it stand in spite of it.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.CASCADE, related_name="offers")
    round_vacancy = models.ForeignKey(
        "rounds.RoundVacancy", on_delete=models.CASCADE, related_name="offers"
    )
    worker = models.CharField(max_length=64, db_index=True)
    family = models.CharField(max_length=11, blank=True)
    state = models.CharField(max_length=9, choices=OfferState.choices, default=OfferState.OPEN)
    is_next = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.CharField(max_length=64)
    deadline = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    failed = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "deadline"], name="offer_due")]
        constraints = [
            models.UniqueConstraint(
                name="offer_one_standing_per_round",
                fields=["round", "worker"],
                condition=Q(state__in=["open", "accepted"]),
            ),
            models.CheckConstraint(
                name="offer_answered_has_date",
                condition=Q(state="open", answered_at=None)
                | (~Q(state="open") & Q(answered_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="offer_deadline_after_making", condition=Q(deadline__gt=F("made_at"))
            ),
            models.CheckConstraint(
                name="offer_failed_is_decided",
                condition=Q(failed="") | Q(state__in=["withdrawn", "accepted"]),
            ),
            models.CheckConstraint(
                name="offer_accepted_in_time",
                condition=~Q(state="accepted") | Q(answered_at__lte=F("deadline")),
            ),
        ]

    def __str__(self) -> str:
        return f"offer {self.pk}: {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state == OfferState.OPEN

    @property
    def is_standing(self) -> bool:
        return self.state in STANDING

    @property
    def is_over(self) -> bool:
        """Open, but its deadline has gone by."""
        return self.is_open and self.deadline < timezone.now()
