"""Applications, who may look at them, and what was done with a vacancy."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs.models.vacancies import Vacancy


class ApplicationState(models.TextChoices):
    OPEN = "open", _("Sent")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NOT_CHOSEN = "not_chosen", _("Not chosen")
    CLOSED = "closed", _("The vacancy was closed")


class Stage(models.TextChoices):
    """How far the employer is with an open application; some are kept inside (see settings)."""

    NEW = "new", _("Received")
    CONSIDERED = "considered", _("Being considered")
    SHORTLISTED = "shortlisted", _("On the shortlist")
    INVITED = "invited", _("Invited to an interview")


class Withdrawal(models.TextChoices):
    OTHER_JOB = "other_job", _("I found other work")
    PAY = "pay", _("The pay is too low")
    PLACE = "place", _("I do not want to go there")
    COSTS = "costs", _("It costs me too much")
    FAMILY = "family", _("My family needs me")
    TIME = "time", _("It takes too long")
    TERMS = "terms", _("The terms changed")
    OTHER = "other", _("Another reason")


class Application(models.Model):
    """Somebody applies. Personal data: what they can do, without name; kept until
    they erase it, or 2 years.

    `profile` is what the employer sees, as it stood when they applied; it is what they saw too.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="applications")
    person = models.ForeignKey(
        "people.Person", on_delete=models.CASCADE, related_name="applications"
    )
    state = models.CharField(
        max_length=10, choices=ApplicationState.choices, default=ApplicationState.OPEN
    )
    stage = models.CharField(max_length=11, choices=Stage.choices, default=Stage.NEW)
    profile = models.JSONField(default=list)
    vacancy_version = models.PositiveIntegerField(default=1)
    applied_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    # Whose it was before two entries became one, and whether that closed it (see hearing).
    moved_from = models.ForeignKey(
        "people.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    was_double = models.BooleanField(default=False)
    withdrawal = models.CharField(max_length=9, choices=Withdrawal.choices, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["vacancy", "state"], name="application_of_vacancy")]
        constraints = [
            models.UniqueConstraint(
                name="application_open_once",
                fields=["vacancy", "person"],
                condition=Q(state="open"),
            ),
            models.CheckConstraint(
                name="application_ended_has_date",
                condition=Q(state="open", ended_at=None)
                | (~Q(state="open") & Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="application_only_withdrawn_says_why",
                condition=Q(withdrawal="") | Q(state="withdrawn"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} for V{self.vacancy_id}"

    @property
    def number(self) -> str:
        """A31: what people write and say."""
        return f"A{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == ApplicationState.OPEN


class SavedVacancy(models.Model):
    """A vacancy somebody keeps for later. Personal data: the link; kept until taken away."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="saves")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="vacancies_saved"
    )
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="vacancy_saved_once", fields=["vacancy", "user"])
        ]

    def __str__(self) -> str:
        return f"V{self.vacancy_id} kept by {self.user_id}"


class Share(models.Model):
    """Leave to look at a vacancy's applicants until a day. Personal data: to whom;
    kept two years.

    Given to a colleague by account, or to a partner organisation; never a file.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="shares")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, null=True, related_name="+"
    )
    given_by = models.CharField(max_length=64)
    given_at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="share_with_somebody",
                condition=Q(user__isnull=False, organisation=None)
                | Q(user=None, organisation__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"share {self.pk} of V{self.vacancy_id}"

    @property
    def is_in_force(self) -> bool:
        return self.ended_at is None and self.valid_until >= timezone.localdate()


class ShareLook(models.Model):
    """A look by way of a share. Personal data: who looked, at whose application;
    kept two years."""

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, null=True, related_name="looks"
    )
    looked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"look by {self.user_id} through share {self.share_id}"


class PlaceTaken(models.Model):
    """A place of a vacancy that somebody accepted in a round. Personal data: none; kept for
    ever."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="places_taken")
    offer_id = models.BigIntegerField(unique=True)
    taken_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"offer {self.offer_id} of V{self.vacancy_id}"


class ViewCount(models.Model):
    """How often a vacancy's page was read on a day. Personal data: none; kept for ever."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="views")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="vacancy_views_once_a_day", fields=["vacancy", "day"])
        ]

    def __str__(self) -> str:
        return f"V{self.vacancy_id} on {self.day}: {self.count}"
