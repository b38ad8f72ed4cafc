"""Kinds of test and interview, as data that officers edit."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.services.assessments.sheet import Line, lines_of


class Method(models.TextChoices):
    TRADE = "trade", _("Trade test")
    LANGUAGE = "language", _("Language test")
    INTERVIEW = "interview", _("Interview")


class AssessmentKind(models.Model):
    """A kind of test or interview, as data that officers edit. Personal data: none; kept for ever.

    `titles` by language; `sheet` as in sheet.Line; `levels` turn a share into a level, highest
    first; `supports` is the claim that a pass proves (a kind of people's claims and what it says).
    Shares are hundredths of a percent.
    """

    code = models.SlugField(max_length=60, unique=True)
    method = models.CharField(max_length=9, choices=Method.choices)
    titles = models.JSONField(default=dict)
    sheet = models.JSONField(default=list)
    pass_share = models.PositiveSmallIntegerField(default=0)
    gap_share = models.PositiveSmallIntegerField(default=2_500)
    levels = models.JSONField(default=list, blank=True)
    supports = models.JSONField(default=dict, blank=True)
    valid_months = models.PositiveSmallIntegerField(null=True, blank=True)
    four_eyes = models.BooleanField(default=True)
    retake_days = models.PositiveSmallIntegerField(default=0)
    objection_days = models.PositiveSmallIntegerField(default=14)
    reply_days = models.PositiveSmallIntegerField(default=14)
    source = models.CharField(max_length=300, blank=True)
    source_checked = models.BooleanField(default=False)
    is_offered = models.BooleanField(default=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="assessment_kind_shares_in_range",
                condition=Q(pass_share__lte=10_000, gap_share__lte=10_000),
            ),
            models.CheckConstraint(
                name="assessment_kind_method_known", condition=Q(method__in=Method.values)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        language = (get_language() or "en").partition("-")[0]
        return str(self.titles.get(language) or self.titles.get("en") or self.code)

    @property
    def lines(self) -> tuple[Line, ...]:
        return lines_of(self.sheet)
