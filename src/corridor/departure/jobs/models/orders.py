"""Job orders: how many people an organisation may recruit, for what work, where, until when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OrderState(models.TextChoices):
    ASKED = "asked", _("Waits for a decision")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ENDED = "ended", _("Ended")


class JobOrder(models.Model):
    """Leave to recruit a number of people. Personal data: none; kept for ever, as statistics.

    Its number is its key: O5. Published vacancies draw places from it (`places_drawn`); what was
    not drawn by `use_by` goes back (`places_returned`), so that no demand lies idle.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="orders"
    )
    isco = models.CharField(max_length=4)
    country = models.CharField(max_length=3)
    places_asked = models.PositiveIntegerField()
    places = models.PositiveIntegerField(default=0)
    places_drawn = models.PositiveIntegerField(default=0)
    places_returned = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=1000, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField()
    use_by = models.DateField(null=True)
    state = models.CharField(max_length=9, choices=OrderState.choices, default=OrderState.ASKED)
    reason = models.CharField(max_length=1000, blank=True)
    asked_at = models.DateTimeField(db_default=Now())
    decided_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "use_by"], name="order_to_use")]
        constraints = [
            models.CheckConstraint(name="order_asks_places", condition=Q(places_asked__gte=1)),
            models.CheckConstraint(
                name="order_never_above_asked", condition=Q(places__lte=F("places_asked"))
            ),
            models.CheckConstraint(
                name="order_never_overdrawn",
                condition=Q(places__gte=F("places_drawn") + F("places_returned")),
            ),
            models.CheckConstraint(
                name="order_ends_after_it_begins", condition=Q(valid_until__gte=F("valid_from"))
            ),
            models.CheckConstraint(
                name="order_approved_is_whole",
                condition=~Q(state="approved")
                | Q(places__gte=1, use_by__isnull=False, decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.isco} {self.country}"

    @property
    def number(self) -> str:
        """O5: what people write and say."""
        return f"O{self.pk}"

    @property
    def balance(self) -> int:
        """How many places can still be drawn."""
        return self.places - self.places_drawn - self.places_returned

    @property
    def is_open(self) -> bool:
        """Approved, valid today, and with something left."""
        today = timezone.localdate()
        return (
            self.state == OrderState.APPROVED
            and self.valid_from <= today <= self.valid_until
            and self.balance > 0
        )

    def told(self) -> str:
        """For a list to choose from: O5 · 7212 QAT · 12 left."""
        return f"{self.number} · {self.isco} {self.country} · {self.balance}"
