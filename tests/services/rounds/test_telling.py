from __future__ import annotations

from dataclasses import replace

from django.test import Client
from tests.cast import Member
from tests.services.rounds.conftest import employed, own, result_of, run
from tests.services.rounds.test_views import text

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds import telling


def test_a_round_is_told_in_words(world: None, plan: rounds.RoundDraft) -> None:
    quotas, _wrong = rounds.read_quotas("to QAT 1\nfrom NPL 5")
    found = run(replace(plan, quotas=tuple(quotas)))
    told = telling.told(found)
    assert "Language" in told["needed"]
    assert ("Skills", 5) in [(str(name), weight) for name, weight in told["weighed"]]
    assert told["quotas"] == ["At most 1 person to Qatar", "At most 5 people from Nepal"]
    assert told["proved"] is True
    assert "would both rather" in str(told["mode"])
    assert {name for name, _share in told["prices"]} >= {
        "Stability costs",
        "The quota of 1 people to Qatar costs",
        "The quota of 5 people from Nepal costs",
    }


def test_every_mode_has_words(world: None, plan: rounds.RoundDraft) -> None:
    for mode in rounds.Mode.values:
        weeks = 4 if mode == "over_time" else 0
        assert telling.told(run(replace(plan, mode=mode, weeks=weeks)))["mode"], mode


def test_an_employer_reads_more_than_the_number_of_those_alone_who_agree_or_applied(
    published: rounds.Round, hana: Member, bodil: Member, amina: Member, visitor: Client
) -> None:
    line = published.vacancies.get(title="Welder")
    employed(hana, line)
    own(amina, "Amina")
    results = list(line.results.order_by("rank"))
    pages = (
        f"/me/hiring/rounds/{published.number}/{line.vacancy}/",
        f"/rounds/{published.number}/{line.vacancy}/",
    )
    hidden = "Score and reasons are not shown"
    for page in pages:
        assert text(hana.client.get(page)).count(hidden) == len(results)
    assert telling.shown_to(bodil.actor, results) == {one.pk for one in results}
    assert telling.shown_to(amina.actor, results) == {result_of(published, "Amina").pk}
    belay = people.Person.objects.get(full_name="Belay")
    people.give_consents(actor=COMMAND_LINE, person=belay, purposes=[people.Purpose.EMPLOYERS])
    welder = jobs.Vacancy.objects.get(title="Welder")
    her = people.Person.objects.get(full_name="Amina")
    sent = jobs.apply_for(actor=amina.actor, vacancy=welder, person=her)
    seen = {one.pk for one in results if one.worker in {belay.reference, her.reference}}
    assert telling.shown_to(hana.actor, results) == seen
    for page in pages:
        assert text(hana.client.get(page)).count(hidden) == len(results) - 2
    told = visitor.get(f"/api/v1/rounds/{published.number}/results").json()["items"]
    assert {one["worker"] for one in told if one["score"]} == {belay.reference, her.reference}
    jobs.withdraw_application(actor=amina.actor, application=sent)
    people.withdraw_consent(actor=COMMAND_LINE, person=belay, purpose=people.Purpose.EMPLOYERS)
    assert telling.shown_to(hana.actor, results) == set()
