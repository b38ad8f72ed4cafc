"""Officers' decisions on single people: made by one party, confirmed by the other, published."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OverrideKind(models.TextChoices):
    PLACE = "place", _("Give a place")
    REMOVE = "remove", _("Take out")


class OverrideState(models.TextChoices):
    PROPOSED = "proposed", _("Waits for the other party")
    CONFIRMED = "confirmed", _("Confirmed by both parties")
    UNDONE = "undone", _("Taken back")


HOLDING = (OverrideState.PROPOSED, OverrideState.CONFIRMED)


class Override(models.Model):
    """A person is given a place, or taken out of one, against what the mode found.

    Personal data: a reference number and a reason; kept with the round, the reason erased with the
    person. `price` is what the confirming officer saw (see overriding.Priced).
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.CASCADE, related_name="overrides")
    kind = models.CharField(max_length=6, choices=OverrideKind.choices)
    worker = models.CharField(max_length=64)
    vacancy = models.CharField(max_length=64)
    reason = models.CharField(max_length=300)
    state = models.CharField(
        max_length=9, choices=OverrideState.choices, default=OverrideState.PROPOSED
    )
    price = models.JSONField(default=dict)
    proposed_by = models.CharField(max_length=64)
    proposed_side = models.CharField(max_length=6)
    proposed_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.CharField(max_length=64, blank=True)
    confirmed_side = models.CharField(max_length=6, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=64, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="override_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="override_four_eyes",
                condition=~Q(state="confirmed")
                | (
                    ~Q(confirmed_by="")
                    & Q(confirmed_at__isnull=False)
                    & ~Q(confirmed_by=F("proposed_by"))
                    & ~Q(confirmed_side=F("proposed_side"))
                ),
            ),
            models.CheckConstraint(
                name="override_undone_says_by_whom",
                condition=Q(state="undone", undone_at__isnull=False)
                | (~Q(state="undone") & Q(undone_at=None)),
            ),
            models.UniqueConstraint(
                name="override_once_for_a_pair",
                fields=["round", "worker", "vacancy"],
                condition=Q(state__in=["proposed", "confirmed"]),
            ),
            models.UniqueConstraint(
                name="override_places_in_one_vacancy",
                fields=["round", "worker"],
                condition=Q(state__in=["proposed", "confirmed"], kind="place"),
            ),
        ]

    def __str__(self) -> str:
        return f"R{self.round_id} {self.kind} {self.worker} {self.vacancy}: {self.state}"
