"""Organisations, their staff, their verification and their licences."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NAME_LENGTH_MAX = 300


class OrganisationKind(models.TextChoices):
    EMPLOYER = "employer", _("Employer")
    AGENCY = "agency", _("Recruitment agency")
    MINISTRY = "ministry", _("Ministry or authority")
    NGO = "ngo", _("Non-governmental organisation")
    BANK = "bank", _("Bank or money transfer operator")
    SCHOOL = "school", _("School or training provider")
    ASSOCIATION = "association", _("Association")
    CENTRE = "centre", _("Migrant resource centre")


class Organisation(models.Model):
    """An organisation. Personal data: none but a contact address; kept while it is known."""

    kind = models.CharField(max_length=11, choices=OrganisationKind.choices)
    name = models.CharField(max_length=NAME_LENGTH_MAX)
    native_name = models.CharField(max_length=NAME_LENGTH_MAX, blank=True)
    country = models.CharField(max_length=3)
    registration_number = models.CharField(max_length=64, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    registered_at = models.DateTimeField(default=timezone.now)
    # The standing decision; every decision with its reason is a row of Verification.
    verified_at = models.DateTimeField(null=True)
    verified_until = models.DateField(null=True)

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["kind", "country"], name="organisation_by_kind")]
        constraints = [
            models.CheckConstraint(name="organisation_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(
                name="organisation_registered_once",
                fields=["country", "registration_number"],
                condition=~Q(registration_number=""),
            ),
            models.CheckConstraint(
                name="organisation_verified_until_needs_verified",
                condition=Q(verified_until=None) | Q(verified_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_verified(self) -> bool:
        """Verified, and the verification has not run out."""
        return self.verified_at is not None and (
            self.verified_until is None or self.verified_until >= timezone.localdate()
        )


class Duty(models.TextChoices):
    OWNER = "owner", _("Answers for the organisation")
    STAFF = "staff", _("Works for the organisation")


class StaffMember(models.Model):
    """Somebody who acts for an organisation. Personal data: the link; kept two years after."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="staff")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="organisation_duties"
    )
    duty = models.CharField(max_length=5, choices=Duty.choices, default=Duty.STAFF)
    since = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="staff_member_once",
                fields=["organisation", "user"],
                condition=Q(ended_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} of {self.organisation_id}: {self.duty}"


class Decision(models.TextChoices):
    VERIFIED = "verified", _("Verified")
    REFUSED = "refused", _("Not verified")
    REVOKED = "revoked", _("Verification taken back")


class Verification(models.Model):
    """A decision on an organisation. Personal data: who decided; kept while it is known."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="verifications"
    )
    decision = models.CharField(max_length=8, choices=Decision.choices)
    reason = models.CharField(max_length=1000)
    evidence = models.CharField(max_length=300, blank=True)
    expires_on = models.DateField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-decided_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="organisation_decision_has_a_reason", condition=~Q(reason="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.decision} organisation {self.organisation_id}"


class Licence(models.Model):
    """Leave to do something, such as recruiting. Personal data: none; kept while it is known."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="licences"
    )
    activity = models.CharField(max_length=100)
    number = models.CharField(max_length=64)
    authority = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    # While it is suspended it allows nothing; the reason stands beside it.
    suspended_on = models.DateField(null=True)
    suspension_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-valid_from", "id"]
        constraints = [
            models.UniqueConstraint(name="licence_number_once", fields=["authority", "number"]),
            models.CheckConstraint(
                name="licence_ends_after_it_begins",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="licence_suspended_with_a_reason",
                condition=Q(suspended_on=None) | ~Q(suspension_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.number}"


class Authorisation(models.Model):
    """An employer lets an agency recruit for it. Personal data: none; kept while both are known.

    The employer hands a code to the agency; `code_digest` is its SHA-256. It counts from the moment
    the agency entered the code (`accepted_at`) until `valid_until`, or until it is taken back.
    """

    employer = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="agencies_authorised"
    )
    agency = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="authorised_by", null=True
    )
    code_digest = models.CharField(max_length=64, unique=True)
    note = models.CharField(max_length=200, blank=True)
    given_at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateField()
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-given_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                name="agency_authorised_once",
                fields=["employer", "agency"],
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="authorisation_accepted_by_an_agency",
                condition=Q(accepted_at=None, agency=None)
                | Q(accepted_at__isnull=False, agency__isnull=False),
            ),
            models.CheckConstraint(
                name="authorisation_of_another",
                condition=Q(agency=None) | ~Q(agency=F("employer")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} for {self.employer_id}"

    @property
    def is_in_force(self) -> bool:
        return (
            self.accepted_at is not None
            and self.ended_at is None
            and self.valid_until >= timezone.localdate()
        )

    @property
    def is_waiting(self) -> bool:
        """The code was given, and nobody has entered it yet."""
        return (
            self.accepted_at is None
            and self.ended_at is None
            and self.valid_until >= timezone.localdate()
        )
