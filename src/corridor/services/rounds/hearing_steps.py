"""What fills a matrix further: results that count, and claims that were verified or refused."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.assessments import api as assessments
from corridor.services.rounds.acts.judge_steps import judge_all
from corridor.services.rounds.acts.next_in_line import pass_on
from corridor.services.rounds.leaving import OPEN
from corridor.services.rounds.models import Result, RoundVacancy


@record.hears(assessments.ResultRecorded)
def result_counts(event: assessments.ResultRecorded) -> None:
    judge_person(event.person_id)


@record.hears(people.ClaimsChanged)
def claims_changed(event: people.ClaimsChanged) -> None:
    judge_person(event.person_id)


def judge_person(person_id: int) -> None:
    """Their places on lists that are not closed, judged again; a place they lost goes on."""
    reference = people.Person.objects.values_list("reference", flat=True).get(pk=person_id)
    theirs = Result.objects.filter(worker=reference, round_vacancy__round__state__in=OPEN)
    if not theirs.exists():
        return
    with transaction.atomic():
        judge_all(SYSTEM, theirs)
        lost = theirs.filter(outcome="placed").exclude(barred_by="")
        # Where places are being offered already, the next is asked at once.
        begun = RoundVacancy.objects.filter(results__in=lost, offers__isnull=False)
        for line in begun.distinct().order_by("pk"):
            pass_on(line)
