"""Countries, currencies and the code lists that occupations and skills are named by.

Rows are upserted by their publisher's code and never deleted while something may point at them:
what a new version drops is marked retired.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Called(models.Model):
    """Base: what something is called in a language; `alternatives` are other names, one a line."""

    language = models.CharField(max_length=8)
    label = models.CharField(max_length=300)
    alternatives = models.TextField(blank=True)
    description = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label


class Titled(models.Model):
    """Base: a group in a classification, with its titles by language and the group above it."""

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    titles = models.JSONField(default=dict)

    class Meta:
        abstract = True
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.pk} {self.titles.get('en', '')}"


class DataSet(models.Model):
    """One version of a publisher's data set, as loaded. No personal data; kept as history."""

    name = models.CharField(max_length=40)
    version = models.CharField(max_length=60)
    loaded_at = models.DateTimeField()
    source = models.TextField()
    licence = models.TextField()
    attribution = models.TextField()
    sha256 = models.CharField(max_length=64)
    counts = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ["name", "-loaded_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(is_current=True), name="one_current_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


class Region(models.Model):
    """A region of UN M49, such as 014 Eastern Africa. No personal data; kept as a code list."""

    code = models.CharField(max_length=3, primary_key=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    names = models.JSONField(default=dict)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.names.get('en', '')}"


class Currency(models.Model):
    """A currency of ISO 4217 with its minor units. No personal data; kept as a code list."""

    code = models.CharField(max_length=3, primary_key=True)
    numeric = models.CharField(max_length=3)
    minor_units = models.PositiveSmallIntegerField()
    names = models.JSONField(default=dict)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "currencies"

    def __str__(self) -> str:
        return self.code


class Country(models.Model):
    """A country or area of ISO 3166-1, by alpha-3. No personal data; kept as a code list.

    Its point on a map (degrees) is that of its capital; areas where nobody lives have none.
    """

    alpha3 = models.CharField(max_length=3, primary_key=True)
    alpha2 = models.CharField(max_length=2, unique=True)
    numeric = models.CharField(max_length=3, unique=True)
    names = models.JSONField(default=dict)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="countries"
    )
    currency = models.ForeignKey(
        Currency, on_delete=models.PROTECT, null=True, blank=True, related_name="countries"
    )
    income_group = models.CharField(max_length=40, blank=True)
    least_developed = models.BooleanField(null=True)
    landlocked_developing = models.BooleanField(null=True)
    small_island_developing = models.BooleanField(null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    class Meta:
        ordering = ["alpha3"]
        verbose_name_plural = "countries"
        constraints = [
            models.CheckConstraint(
                name="country_is_on_the_globe",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            )
        ]

    def __str__(self) -> str:
        return self.alpha3


class Outline(models.Model):
    """Coastlines for small maps. No personal data; kept as a code list.

    Each ring is longitude, latitude, longitude, … in degrees.
    """

    name = models.CharField(max_length=40, primary_key=True)
    rings = models.JSONField(default=list)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class FormerName(models.Model):
    """What a country was called until a day. No personal data; kept as a code list."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField(max_length=120)
    until = models.DateField()

    class Meta:
        ordering = ["country", "until"]
        constraints = [models.UniqueConstraint(fields=["country", "name"], name="named_so_once")]

    def __str__(self) -> str:
        return f"{self.name} until {self.until}"


class OccupationGroup(Titled):
    """A group of ISCO-08, of one to four digits. No personal data; kept as a code list."""

    code = models.CharField(max_length=4, primary_key=True)


class Occupation(models.Model):
    """An occupation of ESCO. No personal data; kept as a code list, retired when ESCO drops it."""

    uri = models.CharField(max_length=200, unique=True)
    code = models.CharField(max_length=40, db_index=True)
    group = models.ForeignKey(OccupationGroup, on_delete=models.PROTECT, related_name="occupations")
    broader = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="narrower"
    )
    is_regulated = models.BooleanField(default=False)
    is_retired = models.BooleanField(default=False)
    skills: models.ManyToManyField[Skill, OccupationSkill] = models.ManyToManyField(
        "Skill", through="OccupationSkill", related_name="occupations"
    )

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class OccupationLabel(Called):
    """What an occupation is called in a language. No personal data; kept as a code list.

    `alternatives` are other names, one a line.
    """

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="labels")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "language"], name="occupation_called_once"
            )
        ]


class SkillGroup(Titled):
    """A group of ESCO's skills or a field of ISCED-F. No personal data; kept as a code list."""

    code = models.CharField(max_length=20, primary_key=True)
    uri = models.CharField(max_length=200, unique=True)


class Skill(models.Model):
    """A skill or field of knowledge of ESCO. No personal data; kept as a code list, or retired."""

    class Kind(models.TextChoices):
        KNOWLEDGE = "knowledge"
        SKILL = "skill"

    class Reuse(models.TextChoices):
        UNKNOWN = ""
        TRANSVERSAL = "transversal"
        CROSS_SECTOR = "cross-sector"
        SECTOR = "sector-specific"
        OCCUPATION = "occupation-specific"

    uri = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    reuse_level = models.CharField(max_length=20, choices=Reuse, blank=True)
    is_language = models.BooleanField(default=False)
    is_digital = models.BooleanField(default=False)
    is_green = models.BooleanField(default=False)
    is_transversal = models.BooleanField(default=False)
    is_retired = models.BooleanField(default=False)
    groups = models.ManyToManyField(SkillGroup, related_name="skills", blank=True)
    broader = models.ManyToManyField("self", symmetrical=False, related_name="narrower", blank=True)

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The last part of the URI, short enough for an address."""
        return self.uri.rpartition("/")[2]


class SkillLabel(Called):
    """What a skill is called in a language. No personal data; kept as a code list."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="labels")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["skill", "language"], name="skill_called_once")
        ]


class OccupationSkill(models.Model):
    """A skill that an occupation needs, or may need. No personal data; kept as a code list."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="needs")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="needed_by")
    is_essential = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["occupation", "skill"], name="skill_needed_once")
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id} needs {self.skill_id}"
