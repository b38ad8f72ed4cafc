"""The pictures on the page of a round."""

from __future__ import annotations

from django.test import Client
from tests.services.rounds.conftest import offered

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds
from corridor.services.rounds.pictures import stages_of


def test_each_person_is_counted_once_at_each_stage(published: rounds.Round) -> None:
    rounds.accept_offer(actor=COMMAND_LINE, offer=offered(published, "Amina"))
    counts = [count for _label, count in stages_of(published)]
    workers = rounds.Result.objects.values("worker").distinct().count()
    assert counts == [published.workers_count, workers, published.placed_count, 1, 1]
    assert counts == sorted(counts, reverse=True)


def test_offers_are_no_stage_before_the_result_is_published(ready: rounds.Round) -> None:
    assert len(stages_of(ready)) == 3
    rounds.Round.objects.filter(pk=ready.pk).update(result_digest="", state="draft")
    ready.refresh_from_db()
    assert stages_of(ready) == []


def test_everybody_sees_the_funnel_and_the_map_on_its_page(
    published: rounds.Round, visitor: Client
) -> None:
    page = visitor.get(published.get_absolute_url()).content.decode()
    assert "From the pool to the accepted place" in page
    assert "Where from, and where to" in page
