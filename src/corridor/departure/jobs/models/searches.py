"""What somebody looks for again and again, and which vacancies they were told of."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from corridor.departure.jobs.models.vacancies import Vacancy


class SavedSearch(models.Model):
    """The filters of a list, kept by a person. Personal data: what they look for; until removed.

    `query` is what stands in the address of the list. `alerted_on` is the day of the last digest.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="searches")
    query = models.CharField(max_length=1000)
    alerts = models.BooleanField(default=True)
    saved_at = models.DateTimeField(default=timezone.now)
    alerted_on = models.DateField(null=True)
    # Whose it was before two entries became one (see hearing).
    moved_from = models.ForeignKey(
        "people.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="search_saved_once", fields=["person", "query"]),
            models.CheckConstraint(name="search_looks_for_something", condition=~Q(query="")),
        ]

    def __str__(self) -> str:
        return f"search {self.pk} of person {self.person_id}"


class VacancyAlert(models.Model):
    """Somebody was told of a vacancy, once, never again. Personal data: the link; kept a year."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="alerts")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="alerts")
    sent_at = models.DateTimeField(default=timezone.now)
    moved_from = models.ForeignKey(
        "people.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="vacancy_alerted_once", fields=["person", "vacancy"])
        ]

    def __str__(self) -> str:
        return f"V{self.vacancy_id} told to person {self.person_id}"
