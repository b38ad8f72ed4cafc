"""Sessions, who takes part, marks and results."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from corridor.services.assessments.kinds import AssessmentKind as AssessmentKind
from corridor.services.assessments.kinds import Method as Method
from corridor.services.assessments.sheet import Line, lines_of


class SessionState(models.TextChoices):
    OPEN = "open", pgettext_lazy("session", "Open")
    CLOSED = "closed", _("Closed for booking")
    CANCELLED = "cancelled", pgettext_lazy("session", "Cancelled")


class Session(models.Model):
    """A day on which a kind is held. Personal data: none but who opened it; kept for ever.

    Its sheet and marks are frozen when it is opened. `about` is what others hold it for (R7/V12).
    `sequence` counts what calendars must be told anew. Its number is its key: T7.
    """

    kind = models.ForeignKey(AssessmentKind, on_delete=models.PROTECT, related_name="sessions")
    title = models.CharField(max_length=200)
    about = models.CharField(max_length=120, blank=True, db_index=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(max_length=9, choices=SessionState.choices, default=SessionState.OPEN)
    language = models.CharField(max_length=3, blank=True)
    time_zone = models.CharField(max_length=64)
    place = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=300, blank=True)
    note = models.TextField(max_length=2_000, blank=True)
    # The first beginning and the last end of its slots, so that lists need not look into them.
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    books_until = models.DateTimeField()
    sheet = models.JSONField(default=list)
    pass_share = models.PositiveSmallIntegerField(default=0)
    gap_share = models.PositiveSmallIntegerField(default=2_500)
    four_eyes = models.BooleanField(default=True)
    sequence = models.PositiveIntegerField(default=0)
    cancelled_because = models.CharField(max_length=500, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    examiners = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="assessments.Examiner", related_name="+"
    )

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["state", "starts_at"], name="assessment_by_day")]
        constraints = [
            models.CheckConstraint(
                name="assessment_session_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="assessment_session_booked_before_it_ends",
                condition=Q(books_until__lte=F("ends_at")),
            ),
            models.CheckConstraint(
                name="assessment_session_cancelled_says_why",
                condition=Q(state="cancelled") ^ Q(cancelled_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("assessments.session", kwargs={"number": self.number})

    @property
    def number(self) -> str:
        """T7: what people write and say."""
        return f"T{self.pk}"

    @property
    def lines(self) -> tuple[Line, ...]:
        return lines_of(self.sheet)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_cancelled(self) -> bool:
        return self.state == SessionState.CANCELLED


class Slot(models.Model):
    """A time within a session. Personal data: none; kept as long as the session.

    A test has one with many places, a day of interviews many with one. The counter never passes the
    places: the table refuses it.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    places_max = models.PositiveIntegerField()
    places_taken = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["starts_at", "ends_at"], name="assessment_slot_times")]
        constraints = [
            models.CheckConstraint(
                name="assessment_slot_never_above_places",
                condition=Q(places_taken__lte=F("places_max")),
            ),
            models.CheckConstraint(
                name="assessment_slot_has_places", condition=Q(places_max__gte=1)
            ),
            models.CheckConstraint(
                name="assessment_slot_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
            ),
            models.UniqueConstraint(fields=["session", "starts_at"], name="assessment_slot_once"),
        ]

    def __str__(self) -> str:
        return f"T{self.session_id} {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def places_left(self) -> int:
        return self.places_max - self.places_taken


class Examiner(models.Model):
    """Somebody who marks in a session. Personal data: the link; kept as long as the session."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="named")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "user"], name="assessment_examiner_once")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in T{self.session_id}"


class CandidateState(models.TextChoices):
    INVITED = "invited", _("Invited")
    WAITING = "waiting", _("On the waiting list")
    BOOKED = "booked", _("Has a place")
    DECLINED = "declined", _("Declined")
    CANCELLED = "cancelled", _("Cancelled")
    PRESENT = "present", _("Present")
    LATE = "late", _("Came late")
    ABSENT = "absent", _("Did not come")


HOLDS_PLACE = ("booked", "present", "late", "absent")
CAME = ("present", "late")


class Candidate(models.Model):
    """A person's part in a session. Personal data: that they take part; deleted when the person is
    erased, otherwise kept as long as the session.

    `moved_from` remembers whose it was before two entries were merged.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="candidates")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, null=True, related_name="candidates")
    state = models.CharField(
        max_length=9, choices=CandidateState.choices, default=CandidateState.INVITED
    )
    invited_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    waiting_since = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    checked_in_at = models.DateTimeField(null=True)
    moved_from = models.ForeignKey(
        "people.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "state"], name="assessment_of_person")]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="assessment_person_once"),
            models.CheckConstraint(
                name="assessment_place_is_a_slot",
                condition=Q(state__in=HOLDS_PLACE, slot__isnull=False)
                | (~Q(state__in=HOLDS_PLACE) & Q(slot=None)),
            ),
            models.CheckConstraint(
                name="assessment_waiting_since_when_waiting",
                condition=Q(state="waiting", waiting_since__isnull=False)
                | (~Q(state="waiting") & Q(waiting_since=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in T{self.session_id}: {self.state}"

    @property
    def holds_place(self) -> bool:
        return self.state in HOLDS_PLACE

    @property
    def came(self) -> bool:
        return self.state in CAME


class Marking(models.Model):
    """What one examiner gave one candidate. Personal data: points and a note; kept as long as the
    candidate. Nobody else's is shown to an examiner before they handed in their own."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="markings")
    examiner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    scores = models.JSONField(default=dict)
    note = models.TextField(max_length=2_000, blank=True)
    saved_at = models.DateTimeField(default=timezone.now)
    handed_in_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "examiner"], name="assessment_marked_once_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.examiner_id} marks {self.candidate_id}"


class ResultState(models.TextChoices):
    RECORDED = "recorded", _("Waits for a second person")
    RETURNED = "returned", _("Sent back")
    CONFIRMED = "confirmed", _("Counts")
    CORRECTED = "corrected", _("Corrected since")


class Result(models.Model):
    """What a candidate reached. Personal data: points, level, decision; kept as long as the
    candidate. A confirmed one is never overwritten: a correction stands in its place (`corrects`).
    """

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="results")
    state = models.CharField(max_length=9, choices=ResultState.choices)
    scores = models.JSONField(default=dict)
    share = models.PositiveSmallIntegerField()
    passed = models.BooleanField()
    below = models.JSONField(default=list)
    level = models.CharField(max_length=20, blank=True)
    valid_until = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    four_eyes = models.BooleanField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # Whose hand it was, also after their account is gone: `user:7`.
    recorded_key = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    confirmed_key = models.CharField(max_length=64, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    corrects = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="corrections"
    )
    claim_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate"],
                condition=Q(state="confirmed"),
                name="assessment_one_result_counts",
            ),
            models.UniqueConstraint(
                fields=["candidate"],
                condition=Q(state="recorded"),
                name="assessment_one_result_waits",
            ),
            models.CheckConstraint(
                name="assessment_result_share_in_range", condition=Q(share__lte=10_000)
            ),
            models.CheckConstraint(
                name="assessment_counts_once_confirmed",
                condition=Q(state__in=["confirmed", "corrected"], confirmed_at__isnull=False)
                | Q(state__in=["recorded", "returned"], confirmed_at=None),
            ),
            models.CheckConstraint(
                name="assessment_four_eyes_are_two_people",
                condition=Q(four_eyes=False) | ~Q(confirmed_key=F("recorded_key")),
            ),
            models.CheckConstraint(
                name="assessment_correction_says_why",
                condition=Q(corrects=None) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"result {self.pk} of candidate {self.candidate_id}"

    @property
    def percent(self) -> float:
        return self.share / 100

    def is_valid(self, *, on: Any) -> bool:
        """Counts, passed, and has not run out on this day."""
        return (
            self.state == ResultState.CONFIRMED
            and self.passed
            and (self.valid_until is None or self.valid_until >= on)
        )


class Objection(models.Model):
    """A person does not accept a result. Personal data: their words; kept as long as the result."""

    result = models.OneToOneField(Result, on_delete=models.CASCADE, related_name="objection")
    words = models.TextField(max_length=2_000)
    made_at = models.DateTimeField(default=timezone.now)
    reply_by = models.DateField()
    answer = models.TextField(max_length=2_000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)
    upheld = models.BooleanField(null=True)

    class Meta:
        ordering = ["reply_by", "id"]
        constraints = [
            models.CheckConstraint(
                name="assessment_objection_answer_is_whole",
                condition=Q(answered_at=None, upheld=None, answer="")
                | (Q(answered_at__isnull=False, upheld__isnull=False) & ~Q(answer="")),
            )
        ]

    def __str__(self) -> str:
        return f"objection to result {self.result_id}"


class Calendar(models.Model):
    """The secret address of somebody's calendar. Personal data: the link; kept until it is made
    anew. Only the SHA-256 of the secret is kept."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"calendar of {self.user_id}"
