"""What a person agreed to, purpose by purpose, and how far their guided registration is."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What one's data may be used for; each is agreed to by itself, or not at all."""

    MATCHING = "matching", _("Being matched to vacancies")
    EMPLOYERS = "employers", _("Being shown to employers")
    ALERTS = "alerts", _("Messages about jobs and your profile")
    STATISTICS = "statistics", _("Statistics")
    DESTINATION = "destination", _("Sharing with the country you go to")


class ConsentSource(models.TextChoices):
    SELF = "self", _("You yourself")
    STAFF = "staff", _("An officer or centre, for you")
    IMPORTED = "import", _("Taken over with the list you were on")


class Consent(models.Model):
    """One consent, from the day it was given to the day it was withdrawn. Personal data: the link.

    Kept until the person is erased. What was agreed to is the wording of that `wording_version`.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=11, choices=Purpose.choices)
    wording_version = models.CharField(max_length=20)
    language = models.CharField(max_length=8, default="en")
    source = models.CharField(max_length=6, choices=ConsentSource.choices)
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["given_at", "id"]
        constraints = [
            models.UniqueConstraint(
                name="consent_stands_once",
                fields=["purpose", "person"],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="consent_to_a_known_purpose", condition=Q(purpose__in=Purpose.values)
            ),
            models.CheckConstraint(
                name="consent_says_its_wording", condition=~Q(wording_version="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} by {self.person_id}"


class Start(models.Model):
    """How far somebody is with their guided registration. Personal data: none but the link.

    Kept until the person is erased.
    """

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="begun")
    # The steps that were passed over, by name: asked for again at the end, never forced.
    skipped = models.JSONField(default=list)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"start of {self.person_id}"
