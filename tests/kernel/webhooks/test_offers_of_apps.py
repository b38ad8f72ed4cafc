"""What rounds and vacancies tell other systems."""

from __future__ import annotations

from corridor.departure.jobs import webhooks as of_jobs
from corridor.departure.jobs.events import VacancyEnded, VacancyPublished, VacancyReopened
from corridor.services.rounds import webhooks as of_rounds
from corridor.services.rounds.events import OfferMade, RoundPublished


def test_what_is_no_longer_there_tells_nothing(db: None) -> None:
    assert of_jobs.published(VacancyPublished(vacancy_id=9)) is None
    assert of_jobs.ended(VacancyEnded(vacancy_id=9, filled=True)) is None
    assert of_jobs.reopened(VacancyReopened(vacancy_id=9, ended_at="")) is None
    assert of_rounds.told_of_round(RoundPublished(round_id=9)) is None
    assert of_rounds.told_of_offer(OfferMade(round_id=9, vacancy="V1", offer_id=1)) is None


def test_administrators_may_see_every_kind(ivan) -> None:
    from corridor.kernel.actors.api import can
    from corridor.kernel.webhooks import api as webhooks

    held = {each.name: can(ivan.actor, each.permission) for each in webhooks.event_types()}
    assert all(held.values()), held
