"""Vacancies and what each of them asks for, and other terms for them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from corridor.departure.jobs.models.orders import JobOrder


class Status(models.TextChoices):
    """A vacancy is written, checked by an officer, then open to all, then filled or closed."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Being checked")
    PUBLISHED = "published", _("Published")
    FILLED = "filled", _("Filled")
    CLOSED = "closed", pgettext_lazy("a vacancy", "Closed")


class PayPeriod(models.TextChoices):
    HOUR = "hour", _("an hour")
    DAY = "day", _("a day")
    MONTH = "month", _("a month")
    YEAR = "year", _("a year")


class PayBasis(models.TextChoices):
    UNSTATED = "", _("Not stated")
    GROSS = "gross", _("before tax and contributions")
    NET = "net", _("paid out")


class Housing(models.TextChoices):
    UNSTATED = "", _("Not stated")
    PROVIDED = "provided", _("Provided by the employer")
    ALLOWANCE = "allowance", _("Allowance paid")
    NONE = "none", _("Not provided")


class Cost(models.TextChoices):
    """What somebody has to pay for before or during the job."""

    RECRUITMENT = "recruitment", _("Recruitment fee")
    VISA = "visa", _("Visa and permits")
    TRAVEL = "travel", _("Journey there")
    RETURN = "return", _("Journey home")
    MEDICAL = "medical", _("Medical examination")
    TRAINING = "training", _("Training before departure")


class Payer(models.TextChoices):
    EMPLOYER = "employer", _("The employer pays")
    WORKER = "worker", _("The worker pays")
    SHARED = "shared", _("Shared")


class Vacancy(models.Model):
    """A job open to people from elsewhere. Holds no personal data; kept for ever, as statistics.

    Its number is its key: V12. Pay is in minor units of `pay_currency` (ISO 4217). `isco` is one to
    four digits of ISCO-08; `esco` the code of an ESCO occupation, or empty. `country` is ISO 3166
    alpha-3. An imported advertisement has no `organisation`. `revision` grows with every change, so
    that a stale edit is noticed; `version` with every change of published terms.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vacancies",
    )
    agency = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vacancies_as_agency",
    )
    order = models.ForeignKey(
        JobOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="vacancies"
    )
    # The file it came in with, if it did.
    brought_in = models.ForeignKey(
        "jobs.VacancyImport",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="vacancies",
    )
    revision = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)
    # What an officer asks to be corrected: [{"field": …, "sentence": …}].
    faults = models.JSONField(default=list, blank=True)
    places_drawn = models.PositiveIntegerField(default=0)
    places_filled = models.PositiveIntegerField(default=0)
    submitted_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=40_000)
    language = models.CharField(max_length=8, default="en")
    employer_name = models.CharField(max_length=200, blank=True)
    sector = models.CharField(max_length=120, blank=True)
    isco = models.CharField(max_length=4, blank=True)
    esco = models.CharField(max_length=24, blank=True)
    eqf_least = models.PositiveSmallIntegerField(null=True, blank=True)
    years_least = models.PositiveSmallIntegerField(default=0)
    licences = models.JSONField(default=list, blank=True)
    permits = models.JSONField(default=list, blank=True)
    countries_allowed = models.JSONField(default=list, blank=True)
    pay_minor = models.PositiveBigIntegerField(null=True, blank=True)
    pay_currency = models.CharField(max_length=3, blank=True)
    pay_period = models.CharField(max_length=5, choices=PayPeriod.choices, blank=True)
    pay_basis = models.CharField(max_length=5, choices=PayBasis.choices, blank=True, default="")
    hours_weekly = models.PositiveSmallIntegerField(null=True, blank=True)
    contract_months = models.PositiveSmallIntegerField(null=True, blank=True)
    country = models.CharField(max_length=3)
    place = models.CharField(max_length=120, blank=True)
    housing = models.CharField(max_length=9, choices=Housing.choices, blank=True, default="")
    payers = models.JSONField(default=dict, blank=True)
    places = models.PositiveIntegerField(default=1)
    starts_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=40, default="corridor")
    source_reference = models.CharField(max_length=120, null=True, blank=True)
    created_at = models.DateTimeField(db_default=Now())
    # While its agency's licence allows no recruitment: off the list, and no applications.
    paused_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # Null where it was filled by itself, or closed by the command line.
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("vacancy")
        verbose_name_plural = _("vacancies")
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="vacancy_newest"),
            models.Index(fields=["status", "isco"], name="vacancy_occupation"),
            models.Index(fields=["status", "country"], name="vacancy_country"),
            models.Index(
                fields=["paused_at"], name="vacancy_paused", condition=Q(paused_at__isnull=False)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_reference"], name="vacancy_once_per_source"
            ),
            models.CheckConstraint(name="vacancy_has_places", condition=Q(places__gte=1)),
            models.CheckConstraint(
                name="vacancy_eqf_in_range",
                condition=Q(eqf_least__isnull=True) | Q(eqf_least__range=(1, 8)),
            ),
            models.CheckConstraint(
                name="vacancy_pay_is_whole",
                condition=Q(pay_minor__isnull=True, pay_currency="", pay_period="")
                | (Q(pay_minor__gte=1) & ~Q(pay_currency="") & ~Q(pay_period="")),
            ),
            models.CheckConstraint(
                name="vacancy_published_has_date",
                condition=Q(status__in=["draft", "submitted"]) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="vacancy_submitted_has_date",
                condition=~Q(status="submitted") | Q(submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="vacancy_agency_for_an_employer",
                condition=Q(agency__isnull=True) | Q(organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="vacancy_draws_on_an_order",
                condition=Q(places_drawn=0)
                | Q(order__isnull=False, places_drawn__lte=models.F("places")),
            ),
            models.CheckConstraint(
                name="vacancy_never_overfilled",
                condition=Q(places_filled__lte=models.F("places")),
            ),
            models.CheckConstraint(
                name="vacancy_ended_has_date",
                condition=Q(status__in=["draft", "submitted", "published"], ended_at__isnull=True)
                | Q(status__in=["filled", "closed"], ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("jobs.vacancy", kwargs={"number": self.number})

    @property
    def number(self) -> str:
        """V12: what people write and say."""
        return f"V{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.status == Status.PUBLISHED


class AmendmentState(models.TextChoices):
    WAITING = "waiting", _("Waits for a check")
    IN_FORCE = "in_force", _("In force")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Amendment(models.Model):
    """Other terms for a published vacancy. Holds no personal data; kept as long as the vacancy.

    `terms` is the whole draft, `changes` what differs: [{field, before, after, worse}]. `version`
    is the version it made, once in force.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="amendments")
    state = models.CharField(
        max_length=9, choices=AmendmentState.choices, default=AmendmentState.WAITING
    )
    terms = models.JSONField()
    changes = models.JSONField()
    is_worse = models.BooleanField()
    version = models.PositiveIntegerField(null=True)
    asked_by = models.CharField(max_length=64)
    asked_at = models.DateTimeField(db_default=Now())
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                name="vacancy_one_amendment_waits",
                fields=["vacancy"],
                condition=Q(state="waiting"),
            ),
            models.UniqueConstraint(name="vacancy_version_once", fields=["vacancy", "version"]),
            models.CheckConstraint(
                name="amendment_in_force_has_a_version",
                condition=Q(state="in_force", version__isnull=False)
                | (~Q(state="in_force") & Q(version__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"V{self.vacancy_id} amendment {self.pk}: {self.state}"


class VacancySkill(models.Model):
    """A skill a vacancy asks for. Holds no personal data; kept as long as the vacancy.

    `skill` is the address ESCO gives it; `level_least` runs from 1 (basic) to 3 (expert).
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="skills")
    skill = models.CharField(max_length=200)
    essential = models.BooleanField(default=True)
    level_least = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["-essential", "id"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "skill"], name="vacancy_skill_once"),
            models.CheckConstraint(
                name="vacancy_skill_level", condition=Q(level_least__range=(1, 3))
            ),
        ]

    def __str__(self) -> str:
        return f"V{self.vacancy_id}: {self.skill} >= {self.level_least}"


class VacancyLanguage(models.Model):
    """A language a vacancy asks for. Holds no personal data; kept as long as the vacancy.

    `language` is ISO 639-1; `level_least` runs from 1 (A1) to 6 (C2), 0 when any will do.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="languages")
    language = models.CharField(max_length=3)
    level_least = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-level_least", "language"]
        indexes = [models.Index(fields=["language", "vacancy"], name="vacancy_by_language")]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "language"], name="vacancy_language_once"),
            models.CheckConstraint(
                name="vacancy_language_level", condition=Q(level_least__range=(0, 6))
            ),
        ]

    def __str__(self) -> str:
        return f"V{self.vacancy_id}: {self.language} >= {self.level_least}"
