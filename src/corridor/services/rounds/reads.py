"""Queries on rounds that change nothing."""

from __future__ import annotations

import re

from django.db.models import QuerySet, Sum

from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.services.rounds.models import Result, Round, RoundVacancy, State

NUMBER = re.compile(r"R([1-9][0-9]{0,17})")


def published() -> QuerySet[Round]:
    """Rounds whose result is open to all, newest first."""
    return Round.objects.filter(state__in=[State.PUBLISHED, State.CLOSED]).order_by(
        "-published_at", "-id"
    )


def at_the_desk(actor: Actor) -> QuerySet[Round]:
    may(actor, "rounds.desk")
    return Round.objects.order_by("-id")


def called(actor: Actor, text: str) -> QuerySet[Round]:
    """Rounds by number (R7), else by a part of their title."""
    rounds = at_the_desk(actor)
    if match := NUMBER.fullmatch(text.strip().upper()):
        return rounds.filter(pk=match[1])
    return rounds.filter(title__icontains=text.strip())


def by_number(actor: Actor, number: str) -> Round:
    """The round with this number, for whoever may see it; otherwise Refused."""
    match = NUMBER.fullmatch(number)
    found = Round.objects.filter(pk=match[1]).first() if match else None
    if found is None or not can(actor, "rounds.see", found):
        raise Refused("rounds.see")
    return found


def vacancies_of(found: Round) -> QuerySet[RoundVacancy]:
    """The vacancies of a result; none while it is not whole (see keeping)."""
    return found.vacancies.all() if found.result_digest else found.vacancies.none()


def vacancy_of(finished: Round, vacancy: str) -> RoundVacancy:
    """A vacancy's part of a result; Refused when it was not in the round."""
    found = (
        vacancies_of(finished).filter(vacancy=vacancy[:64]).first()
        if "\x00" not in vacancy
        else None
    )
    if found is None:
        raise Refused("rounds.see")
    return found


def results_of(line: RoundVacancy) -> QuerySet[Result]:
    return line.results.select_related("round_vacancy", "left_out").order_by("rank")


def results(finished: Round) -> QuerySet[Result]:
    """Every line of a result, by vacancy and rank."""
    # By a list of vacancies, so that the index gives them in order; a join would sort every line.
    lines = Result.objects.filter(round_vacancy__in=vacancies_of(finished).order_by().values("pk"))
    return lines.select_related("round_vacancy", "left_out").order_by("round_vacancy_id", "rank")


def results_count(finished: Round) -> int:
    """How many lines a result has, by what each vacancy says: millions are not counted."""
    return int(vacancies_of(finished).order_by().aggregate(all=Sum("listed", default=0))["all"])
