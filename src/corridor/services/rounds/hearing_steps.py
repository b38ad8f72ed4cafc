"""What fills a matrix further: results that count, and claims that were verified or refused."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.assessments import api as assessments
from corridor.services.rounds.acts.weigh_offer import weigh_result
from corridor.services.rounds.leaving import OPEN
from corridor.services.rounds.locking import hold_lines, in_turn
from corridor.services.rounds.models import Result


@record.hears(assessments.ResultRecorded)
def result_counts(event: assessments.ResultRecorded) -> None:
    judge_person(event.person_id)


@record.hears(people.ClaimsChanged)
def claims_changed(event: people.ClaimsChanged) -> None:
    judge_person(event.person_id)


def judge_person(person_id: int) -> None:
    """Their places on lists that are not closed, judged again, and what they were offered."""
    reference = people.Person.objects.values_list("reference", flat=True).get(pk=person_id)
    theirs = Result.objects.filter(worker=reference, round_vacancy__round__state__in=OPEN)
    found = list(theirs.select_related("round_vacancy__round").order_by("round_vacancy_id"))
    with transaction.atomic():
        in_turn(result.round_vacancy.round_id for result in found)
        hold_lines(result.round_vacancy_id for result in found)
        for result in found:
            weigh_result(result)
