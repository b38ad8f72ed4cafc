"""A matching round: what it was asked, what went in, what came out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("Planned")
    RUNNING = "running", _("Running")
    READY = "ready", _("Ready to check")
    PUBLISHED = "published", _("Published")
    CLOSED = "closed", _("Closed")
    FAILED = "failed", _("Stopped")


class Mode(models.TextChoices):
    """How places are given, in the words of the allocation engine."""

    SHORTLIST = "shortlist", _("Shortlist only: nobody is placed")
    RANKED = "ranked", _("Down the ranked list")
    STABLE = "stable", _("Stable: nobody has cause to complain")
    BEST_TOTAL = "best_total", _("Greatest total benefit")
    OVER_TIME = "over_time", _("Over time: places are kept for those still to come")


class Round(models.Model):
    """One matching round. Personal data: none but who started it (a user id); kept for ever.

    Its inputs are frozen as two files named by their SHA-256 (see freezing) and its Destinations;
    with the criteria and the seed they give the same result at any time. Its number is its key: R7.
    """

    title = models.CharField(max_length=200)
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    criteria = models.TextField()
    criteria_digest = models.CharField(max_length=64)
    # What both parties agreed to (see terms); or why the operator went without an agreement.
    agreed_digest = models.CharField(max_length=64, blank=True)
    waiver = models.CharField(max_length=300, blank=True)
    mode = models.CharField(max_length=10, choices=Mode.choices)
    top = models.PositiveSmallIntegerField(default=50)
    seed = models.PositiveBigIntegerField()
    quotas = models.JSONField(default=list, blank=True)
    floors = models.JSONField(default=list, blank=True)
    families_together = models.BooleanField(default=False)
    # Over how many weeks people came in; 0 where the mode does not ask.
    weeks = models.PositiveSmallIntegerField(default=0)
    vacancies_wanted = models.JSONField(default=dict, blank=True)
    pool_wanted = models.JSONField(default=dict, blank=True)
    # Which requirement is judged at which step, and when names are read (see procedure).
    procedure = models.JSONField(default=dict, blank=True)
    workers_digest = models.CharField(max_length=64, blank=True)
    applications_digest = models.CharField(max_length=64, blank=True)
    vacancies_digest = models.CharField(max_length=64, blank=True)
    facts_digest = models.CharField(max_length=64, blank=True)
    result_digest = models.CharField(max_length=64, blank=True)
    workers_count = models.PositiveIntegerField(default=0)
    vacancies_count = models.PositiveIntegerField(default=0)
    places_count = models.PositiveIntegerField(default=0)
    listed_count = models.PositiveIntegerField(default=0)
    placed_count = models.PositiveIntegerField(default=0)
    proof = models.JSONField(default=dict, blank=True)
    failure = models.TextField(blank=True)
    started_by = models.CharField(max_length=64, blank=True)
    # Who keeps the result just now (see keeping); empty once it is whole.
    keeper = models.CharField(max_length=32, blank=True, db_default="", editable=False)
    request_key = models.CharField(max_length=160, null=True, unique=True, editable=False)
    created_at = models.DateTimeField(db_default=Now())
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=64, blank=True)
    reserve_until = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "-published_at"], name="round_newest")]
        constraints = [
            models.CheckConstraint(name="round_lists_somebody", condition=Q(top__range=(1, 1000))),
            models.CheckConstraint(
                name="round_result_is_whole",
                condition=Q(state__in=["draft", "running", "failed"])
                | (Q(finished_at__isnull=False) & ~Q(result_digest="")),
            ),
            models.CheckConstraint(
                name="round_opens_on_an_agreement",
                condition=Q(state="draft") | ~Q(agreed_digest="") | ~Q(waiver=""),
            ),
            models.CheckConstraint(
                name="round_closed_has_date",
                condition=Q(state="closed", closed_at__isnull=False)
                | (~Q(state="closed") & Q(closed_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="round_published_has_date",
                condition=Q(state__in=["published", "closed"], published_at__isnull=False)
                | (~Q(state__in=["published", "closed"]) & Q(published_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("rounds.round", kwargs={"number": self.number})

    @property
    def number(self) -> str:
        """R7: what people write and say."""
        return f"R{self.pk}"

    @property
    def is_published(self) -> bool:
        """Its result is open to all; it stays so when the round is closed."""
        return self.state in {State.PUBLISHED, State.CLOSED}


class Destinations(models.Model):
    """The country of each vacancy, frozen with the round and kept with it. No personal data.

    A row of its own: of a hundred thousand vacancies it is megabytes, and a round is read often.
    """

    round = models.OneToOneField(
        Round, on_delete=models.CASCADE, primary_key=True, related_name="destinations"
    )
    countries = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"where the vacancies of round {self.round_id} are"


class Side(models.TextChoices):
    FIRST = "first", _("First party")
    SECOND = "second", _("Second party")


class RoundParty(models.Model):
    """Who agrees to a round's terms. Personal data: its officer's account; kept with the round.

    A party is an organisation or administration with one named officer. `agreed_digest` is the
    SHA-256 of exactly the terms that officer agreed to; a change of the terms takes it away.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="parties")
    side = models.CharField(max_length=6, choices=Side.choices)
    name = models.CharField(max_length=200)
    organisation_id = models.PositiveBigIntegerField(null=True, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    agreed_digest = models.CharField(max_length=64, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["side"]
        constraints = [
            models.UniqueConstraint(fields=["round", "side"], name="round_two_sides"),
            models.UniqueConstraint(fields=["round", "name"], name="round_parties_differ"),
            models.UniqueConstraint(fields=["round", "officer"], name="round_officers_differ"),
            models.UniqueConstraint(
                fields=["round", "organisation_id"], name="round_organisations_differ"
            ),
            models.CheckConstraint(
                name="round_party_agreed_has_date",
                condition=Q(agreed_digest="", agreed_at=None)
                | (~Q(agreed_digest="") & Q(agreed_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"R{self.round_id} {self.side}: {self.name}"

    @property
    def has_agreed(self) -> bool:
        return self.agreed_at is not None


class RoundVacancy(models.Model):
    """A vacancy in a round, with its funnel. Holds no personal data; kept as long as the round.

    `falls` lists [criterion, how many fell at it], in the order applied, of `considered` people.
    One that ended while the round went on is withdrawn: its places are given to nobody.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="vacancies")
    vacancy = models.CharField(max_length=64)
    title = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, default="en")
    country = models.CharField(max_length=3, blank=True)
    organisation_id = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)
    places = models.PositiveIntegerField()
    considered = models.PositiveIntegerField(null=True)
    eligible = models.PositiveIntegerField(default=0)
    listed = models.PositiveIntegerField(default=0)
    placed = models.PositiveIntegerField(default=0)
    falls = models.JSONField(default=list)
    # Places promised: offers open or accepted. Only acts/promise moves it.
    held = models.PositiveIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["vacancy"], name="round_vacancy_by_number")]
        constraints = [
            models.UniqueConstraint(fields=["round", "vacancy"], name="vacancy_once_per_round"),
            models.CheckConstraint(
                name="round_vacancy_withdrawn_says_why",
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="round_never_above_places", condition=Q(placed__lte=models.F("places"))
            ),
            models.CheckConstraint(
                name="round_never_promised_twice", condition=Q(held__lte=models.F("places"))
            ),
        ]

    def __str__(self) -> str:
        return f"R{self.round_id} {self.vacancy}"


class Outcome(models.TextChoices):
    """What became of somebody on a vacancy's list; codes of the allocation engine."""

    LISTED = "listed", _("On the list")
    PLACED = "placed", _("Placed here")
    ELSEWHERE = "placed-elsewhere", _("Placed in another vacancy")
    OUTRANKED = "outranked-at-each", _("Every place went to people who stand higher")
    FULL = "no-places-left", _("No places left")
    RULE = "kept-out-by-a-rule", _("A quota kept the place closed")
    FORBIDDEN = "forbidden-by-officer", _("Excluded by an officer")
    APART = "family-could-not-stay-together", _("The family could not stay together")


class Result(models.Model):
    """A worker on a vacancy's list. Personal data: a reference number with scores and reasons.

    Kept as long as the round. `reasons` are codes and facts, put into words when shown.
    """

    round_vacancy = models.ForeignKey(
        RoundVacancy, on_delete=models.CASCADE, related_name="results"
    )
    worker = models.CharField(max_length=64, db_index=True)
    rank = models.PositiveSmallIntegerField()
    score = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    outcome = models.CharField(max_length=32, choices=Outcome.choices)
    # An appeal was upheld: first in line from then on.
    is_favoured = models.BooleanField(default=False)
    # A requirement that decides was not met at a later step, as `languages:de/test`.
    barred_by = models.CharField(max_length=80, blank=True, default="")
    barred_at = models.DateTimeField(null=True, blank=True)
    # The day their evidence ran out, noted when a place went past them for it.
    passed_over_for = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["round_vacancy", "worker"], name="worker_listed_once"),
            models.UniqueConstraint(fields=["round_vacancy", "rank"], name="rank_held_once"),
            models.CheckConstraint(name="score_in_range", condition=Q(score__lte=10_000)),
            models.CheckConstraint(
                name="result_barred_has_date",
                condition=Q(barred_by="", barred_at=None)
                | (~Q(barred_by="") & Q(barred_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_vacancy_id} #{self.rank}: {self.worker}"


# One app, one registry of tables; what follows a result has its own files.
from corridor.services.rounds.models_appeals import Appeal as Appeal  # noqa: E402
from corridor.services.rounds.models_appeals import Verdict as Verdict  # noqa: E402
from corridor.services.rounds.models_left import LeftOut as LeftOut  # noqa: E402
from corridor.services.rounds.models_offers import STANDING as STANDING  # noqa: E402
from corridor.services.rounds.models_offers import Offer as Offer  # noqa: E402
from corridor.services.rounds.models_offers import OfferState as OfferState  # noqa: E402
from corridor.services.rounds.models_overrides import HOLDING as HOLDING  # noqa: E402
from corridor.services.rounds.models_overrides import Override as Override  # noqa: E402
from corridor.services.rounds.models_overrides import OverrideKind as OverrideKind  # noqa: E402
from corridor.services.rounds.models_overrides import OverrideState as OverrideState  # noqa: E402
