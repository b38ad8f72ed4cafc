"""A person, their family unit, and what is said and verified of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.people.kinds import COUNTED, FOUND_BY, VALUES, Kind
from corridor.kernel.people.models_after import Erasure, Intake, Merge
from corridor.kernel.people.models_consent import Consent, ConsentSource, Purpose, Start
from corridor.kernel.people.models_names import NameWord
from corridor.kernel.people.names import NAME_LENGTH_MAX
from corridor.kernel.people.references import spaced

__all__ = [
    "Claim",
    "Consent",
    "ConsentSource",
    "Erasure",
    "Family",
    "FamilyMember",
    "Intake",
    "Merge",
    "NameWord",
    "Person",
    "Purpose",
    "Start",
]


class PersonStatus(models.TextChoices):
    CURRENT = "current", _("Current")
    MERGED = "merged", _("Merged into another")
    ERASED = "erased", _("Erased")


class Person(models.Model):
    """Somebody. Personal data: names, birth, sex, nationality, contact; kept until they erase it.

    After erasure the row stays with its reference alone, so that the record still has a subject.
    """

    reference = models.CharField(max_length=11, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="person"
    )
    full_name = models.CharField(max_length=NAME_LENGTH_MAX)
    given_name = models.CharField(max_length=NAME_LENGTH_MAX, blank=True)
    family_name = models.CharField(max_length=NAME_LENGTH_MAX, blank=True)
    native_name = models.CharField(max_length=NAME_LENGTH_MAX, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True, db_index=True)
    birth_month = models.PositiveSmallIntegerField(null=True)
    birth_day = models.PositiveSmallIntegerField(null=True)
    sex = models.CharField(max_length=6, blank=True)
    nationality = models.CharField(max_length=3, blank=True)
    residence = models.CharField(max_length=3, blank=True)
    email = models.EmailField(blank=True, db_index=True)
    phone = models.CharField(max_length=20, blank=True, db_index=True)
    language = models.CharField(max_length=3, blank=True)
    status = models.CharField(
        max_length=8, choices=PersonStatus.choices, default=PersonStatus.CURRENT
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="merged_from"
    )
    registered_at = models.DateTimeField(default=timezone.now)
    # When they last said that all of it still holds (null: never since they registered), when they
    # were last asked, and how often since then.
    confirmed_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        indexes = [
            models.Index(fields=["status", "id"], name="person_by_status"),
            # The desk sorts the pool by these.
            models.Index(fields=["status", "full_name"], name="person_by_name"),
            models.Index(fields=["status", "residence"], name="person_by_residence"),
        ]
        constraints = [
            models.CheckConstraint(
                name="person_has_a_name_until_erased",
                condition=~Q(full_name="") | Q(status="erased"),
            ),
            models.CheckConstraint(
                name="person_erased_keeps_nothing",
                condition=~Q(status="erased")
                | Q(
                    full_name="",
                    native_name="",
                    email="",
                    phone="",
                    birth_year=None,
                    user=None,
                ),
            ),
            models.CheckConstraint(
                name="person_merged_says_into_whom",
                condition=Q(status="merged", merged_into__isnull=False)
                | (~Q(status="merged") & Q(merged_into=None)),
            ),
            models.CheckConstraint(
                name="person_birth_is_a_date_or_part_of_one",
                condition=(Q(birth_day=None) | Q(birth_month__isnull=False))
                & (Q(birth_month=None) | Q(birth_year__isnull=False)),
            ),
            models.CheckConstraint(
                name="person_sex_is_known_or_not_said",
                condition=Q(sex__in=["", "female", "male", "other"]),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.reference

    @property
    def reference_spaced(self) -> str:
        return spaced(self.reference)

    @property
    def birth(self) -> str:
        """1987, 1987-03 or 1987-03-12: as much as is known; "" for nothing."""
        parts = [self.birth_year, self.birth_month, self.birth_day]
        return "-".join(f"{part:02}" for part in parts if part is not None)

    def take(self, fields: dict[str, Any]) -> None:
        """Take these columns; who saves them keeps the words of the names too (naming)."""
        for name, value in fields.items():
            setattr(self, name, value)


class Relation(models.TextChoices):
    SELF = "self", _("Myself")
    SPOUSE = "spouse", _("Spouse or partner")
    CHILD = "child", _("Child")
    PARENT = "parent", _("Parent")
    SIBLING = "sibling", _("Brother or sister")
    OTHER = "other", _("Other relative")


class Family(models.Model):
    """Those who move and decide together. Personal data: who belongs; kept while it has members."""

    reference = models.CharField(max_length=11, unique=True)
    decides_together = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "families"

    def __str__(self) -> str:
        return spaced(self.reference)


class FamilyMember(models.Model):
    """A person's place in a family. Personal data: the relation; kept as long as the family.

    An invitation (`joined_at` empty) counts for nothing until the invited person accepts it.
    """

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    relation = models.CharField(max_length=8, choices=Relation.choices)
    is_head = models.BooleanField(default=False)
    invited_at = models.DateTimeField(default=timezone.now)
    joined_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="family_member_once",
                fields=["family", "person"],
                condition=Q(left_at=None),
            ),
            models.UniqueConstraint(
                name="person_in_one_family",
                fields=["person"],
                condition=Q(left_at=None, joined_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="family_has_one_head_at_most",
                fields=["family"],
                condition=Q(is_head=True, left_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.family_id}: {self.relation}"


class Source(models.TextChoices):
    SELF = "self", _("Said by the person")
    STAFF = "staff", _("Added by an officer")
    IMPORTED = "import", _("Imported")


class Visibility(models.TextChoices):
    """Who may see a claim; each includes those before it."""

    ME = "me", _("Only me")
    OFFICERS = "officers", _("Officers")
    EMPLOYERS = "employers", _("Officers and verified employers")
    PUBLIC = "public", _("Everybody")


class ClaimStatus(models.TextChoices):
    CURRENT = "current", _("Current")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REPLACED = "replaced", _("Replaced by a newer one")


# What was said never changes: a trigger on both databases refuses an update of these columns.
SAID = (
    "kind",
    "label",
    "code",
    "level",
    "country",
    "from_date",
    "until_date",
    "value",
    "source",
    "stated_by_id",
    "stated_at",
)


class Claim(models.Model):
    """One thing said of a person. Personal data: all of it; kept until withdrawn and erased.

    What was said is never changed: a person's newer statement `replaces` the old one, an officer's
    correction (`corrects`) stands beside it. `counts` is false where a correction stands beside.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="claims")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    label = models.CharField(max_length=300, blank=True)
    code = models.CharField(max_length=200, blank=True)
    level = models.PositiveSmallIntegerField(null=True)
    country = models.CharField(max_length=3, blank=True)
    from_date = models.DateField(null=True)
    until_date = models.DateField(null=True)
    value = models.JSONField(default=dict)
    source = models.CharField(max_length=6, choices=Source.choices)
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    stated_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(default=timezone.now)
    visibility = models.CharField(
        max_length=9, choices=Visibility.choices, default=Visibility.OFFICERS
    )
    status = models.CharField(
        max_length=9, choices=ClaimStatus.choices, default=ClaimStatus.CURRENT
    )
    ended_at = models.DateTimeField(null=True)
    replaces = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, related_name="replaced_by"
    )
    corrects = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="corrections"
    )
    counts = models.BooleanField(default=True)
    verified_at = models.DateTimeField(null=True)
    verified_until = models.DateField(null=True)
    evidence = models.ForeignKey(
        "documents.Document", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(fields=["person", "kind", "code"], name="claim_of_person"),
            models.Index(fields=FOUND_BY, name="claim_in_pool", condition=COUNTED),
            models.Index(
                fields=["person"], name="claim_verified", condition=Q(verified_at__isnull=False)
            ),
            # Few claims have a document; the queue at the desk is of those, oldest first.
            models.Index(
                fields=["status", "stated_at"],
                name="claim_with_evidence",
                condition=Q(evidence__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(name="claim_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="claim_ends_after_it_begins",
                condition=Q(from_date=None)
                | Q(until_date=None)
                | Q(until_date__gte=F("from_date")),
            ),
            models.CheckConstraint(
                name="claim_only_staff_correct",
                condition=Q(corrects=None) | Q(source="staff"),
            ),
            models.CheckConstraint(
                name="claim_staff_never_replace",
                condition=Q(replaces=None) | ~Q(source="staff"),
            ),
            models.CheckConstraint(
                name="claim_over_has_a_date",
                condition=Q(status="current", ended_at=None)
                | (~Q(status="current") & Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="claim_verified_until_needs_verified",
                condition=Q(verified_until=None) | Q(verified_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code or self.label} of {self.person_id}"

    @property
    def said(self) -> dict[str, Any]:
        """The typed value as plain input again, as its kind asks for it."""
        columns = ("label", "code", "level", "country", "from_date", "until_date")
        held = {column: getattr(self, column) for column in columns}
        return VALUES[Kind(self.kind)].said(held, self.value)

    @property
    def is_current(self) -> bool:
        return self.status == ClaimStatus.CURRENT

    @property
    def is_verified(self) -> bool:
        """Verified, and the verification has not run out."""
        today = timezone.localdate()
        return self.verified_at is not None and (
            self.verified_until is None or self.verified_until >= today
        )

    @property
    def confirmed_days(self) -> int:
        """Days since the person last said or confirmed it."""
        return (timezone.now() - self.confirmed_at).days


class Decision(models.TextChoices):
    VERIFIED = "verified", _("Verified")
    REFUSED = "refused", _("Not verified")
    REVOKED = "revoked", _("Verification taken back")


class Verification(models.Model):
    """A decision on a claim. Personal data: the reason given; kept as long as the claim."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="verifications")
    decision = models.CharField(max_length=8, choices=Decision.choices)
    reason = models.CharField(max_length=1000)
    expires_on = models.DateField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(default=timezone.now)
    # Four eyes: a yes counts once a second officer has confirmed it.
    needs_second = models.BooleanField(default=False)
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    seconded_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["decided_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="verification_by_two_different_officers",
                condition=Q(seconded_by=None)
                | Q(decided_by=None)
                | ~Q(seconded_by=F("decided_by")),
            ),
            models.CheckConstraint(
                name="verification_seconded_where_it_is_needed",
                condition=Q(seconded_at=None) | Q(needs_second=True),
            ),
            models.CheckConstraint(name="verification_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="verification_only_a_yes_expires",
                condition=Q(expires_on=None) | Q(decision="verified"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision} claim {self.claim_id}"
