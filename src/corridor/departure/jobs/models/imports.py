"""Files of vacancies that employers bring in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    CHECKED = "checked", _("Waits for your decision")
    IMPORTED = "imported", _("Brought in")
    UNDONE = "undone", _("Undone")
    DROPPED = "dropped", _("Thrown away")


class VacancyImport(models.Model):
    """A file of vacancies, read and judged. Personal data: who brought it; kept two years.

    `content` is the file, until it is decided on, a week at most. `faults` are the first of all
    that is wrong with it, by row and column; `rows_wrong` says how many rows are.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    agency = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, null=True, related_name="+"
    )
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(null=True)
    state = models.CharField(max_length=8, choices=ImportState.choices, default=ImportState.CHECKED)
    rows = models.PositiveIntegerField()
    rows_wrong = models.PositiveIntegerField()
    faults = models.JSONField(default=list)
    faults_total = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    given_by = models.CharField(max_length=64)
    given_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="vacancy_import_decided_has_date",
                condition=Q(state="checked", decided_at=None)
                | (~Q(state="checked") & Q(decided_at__isnull=False, content=None)),
            ),
            models.CheckConstraint(
                name="vacancy_import_wrong_rows_are_rows",
                condition=Q(rows_wrong__lte=models.F("rows")),
            ),
        ]

    def __str__(self) -> str:
        return f"import {self.pk}: {self.state}"

    @property
    def rows_right(self) -> int:
        return self.rows - self.rows_wrong
