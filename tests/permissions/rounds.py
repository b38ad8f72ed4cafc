"""Who reads, starts and publishes rounds."""

from __future__ import annotations

from typing import Any

from tests.permissions.table import Row, only, public


def ready_round(_cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.services.rounds import api as rounds

    found = rounds.Round.objects.create(
        title="Spring",
        criteria=rounds.preset("balanced"),
        criteria_digest="0" * 64,
        procedure={"names_from": "acceptance"},
        result_digest="0" * 64,
        waiver="A test.",
        mode="stable",
        seed=1,
        state="ready",
        finished_at="2026-11-23T10:00:00Z",
    )
    rounds.RoundVacancy.objects.create(round=found, vacancy="V1", places=1)
    return {"number": found.number}


def published_round(cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.services.rounds import api as rounds

    numbers = ready_round(cast)
    rounds.Round.objects.update(state="published", published_at="2026-11-23T11:00:00Z")
    return numbers


def its_vacancy(cast: dict[str, Any]) -> dict[str, Any]:
    return {**published_round(cast), "vacancy": "V1"}


def agreed_terms(cast: dict[str, Any]) -> dict[str, Any]:
    """A planned round whose parties are named; nobody has agreed yet."""
    from corridor.kernel.actors.api import COMMAND_LINE
    from corridor.services.rounds import api as rounds

    draft = rounds.RoundDraft(title="Spring", criteria=rounds.preset("balanced"), seed=1)
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=draft)
    parties = [
        rounds.PartyDraft(name=name, officer=cast[name].user.email) for name in ("bodil", "farid")
    ]
    rounds.name_parties(actor=COMMAND_LINE, planned=planned, parties=parties)
    return {"number": planned.number}


def a_ready_round_of_two(cast: dict[str, Any]) -> dict[str, Any]:
    """A finished round that Bodil and Farid sign for."""
    from corridor.services.rounds import api as rounds

    number = ready_round(cast)["number"]
    of = rounds.Round.objects.get()
    for side, name in (("first", "bodil"), ("second", "farid")):
        rounds.RoundParty.objects.create(round=of, side=side, name=name, officer=cast[name].user)
    return {"number": number}


def a_decision(cast: dict[str, Any]) -> dict[str, Any]:
    """One that Bodil proposed."""
    from corridor.services.rounds import api as rounds

    a_ready_round_of_two(cast)
    one = rounds.Override.objects.create(
        round=rounds.Round.objects.get(),
        kind="place",
        worker="AMINA",
        vacancy="V1",
        reason="Why",
        proposed_by=cast["bodil"].actor.key,
        proposed_side="first",
        price={"loses": [], "gains": [], "moves": [], "cost_share": 0.0, "touched": 0},
    )
    return {"override": one.pk}


def an_offer(cast: dict[str, Any]) -> dict[str, Any]:
    """Amina is offered a place of the vacancy of Hana's organisation."""
    from datetime import timedelta

    from django.utils import timezone

    from corridor.kernel.organisations import api as organisations
    from corridor.kernel.people import api as people
    from corridor.services.rounds import api as rounds

    number = published_round(cast)["number"]
    employer = organisations.Organisation.objects.create(
        kind="employer", name="Works", country="QAT"
    )
    organisations.StaffMember.objects.create(organisation=employer, user=cast["hana"].user)
    line = rounds.RoundVacancy.objects.get(round_id=int(number[1:]))
    line.organisation_id, line.held = employer.pk, 1
    line.save()
    people.Person.objects.create(reference="AMINA", full_name="Amina", user=cast["amina"].user)
    met = {"met": 0, "near": 0, "missing": 0, "lacking": []}
    rounds.Result.objects.create(
        round_vacancy=line,
        worker="AMINA",
        rank=1,
        score=1,
        outcome="placed",
        reasons={"criteria": [], "skills": met},
    )
    offer = rounds.Offer.objects.create(
        round_id=line.round_id,
        round_vacancy=line,
        worker="AMINA",
        made_by="system",
        deadline=timezone.now() + timedelta(days=3),
    )
    return {"number": offer.pk}


def an_offer_by_api(cast: dict[str, Any]) -> dict[str, Any]:
    return {"offer": an_offer(cast)["number"]}


def a_shortlist(cast: dict[str, Any]) -> dict[str, Any]:
    an_offer(cast)
    from corridor.services.rounds import api as rounds

    line = rounds.RoundVacancy.objects.get()
    return {"number": line.round.number, "vacancy": line.vacancy}


def a_result(cast: dict[str, Any]) -> dict[str, Any]:
    """Amina stands on a published list."""
    from corridor.services.rounds import api as rounds

    an_offer(cast)
    return {"number": rounds.Result.objects.get().pk}


def a_result_by_api(cast: dict[str, Any]) -> dict[str, Any]:
    return {"result": a_result(cast)["number"]}


def a_person_named(cast: dict[str, Any]) -> dict[str, Any]:
    """Amina accepted the place at Hana's, who reads her name from then on."""
    from django.utils import timezone

    from corridor.services.rounds import api as rounds

    numbers = a_result(cast)
    rounds.Offer.objects.update(state="accepted", answered_at=timezone.now())
    return numbers


def a_person_by_api(cast: dict[str, Any]) -> dict[str, Any]:
    return {"result": a_person_named(cast)["number"]}


def an_appeal(cast: dict[str, Any]) -> dict[str, Any]:
    from django.utils import timezone

    from corridor.services.rounds import api as rounds

    appeal = rounds.Appeal.objects.create(
        result_id=a_result(cast)["number"], reasons="Wrong", reply_by=timezone.now()
    )
    return {"number": appeal.pk}


def an_appeal_by_api(cast: dict[str, Any]) -> dict[str, Any]:
    return {"appeal": an_appeal(cast)["number"]}


def its_report(cast: dict[str, Any]) -> dict[str, Any]:
    return {"number": a_shortlist(cast)["number"]}


def run_round(cast: dict[str, Any]) -> dict[str, Any]:
    """A finished round whose frozen pool is empty."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds.freezing import freeze

    numbers = ready_round(cast)
    rounds.Round.objects.update(workers_digest=freeze("workers", []))
    return numbers


ROWS: dict[str, Row] = {
    "rounds.rounds": public(),
    "rounds.round": public(args=published_round),
    "rounds.vacancy": public(args=its_vacancy),
    "rounds.points": public(),
    "rounds.points_table": public(args=lambda _cast: {"name": "eps-fishery"}),
    "api:points_systems": public(),
    # Without facts there is nothing to score.
    "api:score_points": Row(
        everyone=400, method="post", args=lambda _cast: {"name": "eps-fishery"}
    ),
    "rounds.desk": only("bodil", "ivan"),
    "rounds.start": only("bodil", "ivan"),
    # It has run already: an officer is told so, everybody else finds nothing.
    "rounds.start_again": only("bodil", "ivan", code=409, method="post", args=ready_round),
    "rounds.publish": only("bodil", "ivan", code=302, method="post", args=ready_round),
    "rounds.fitting": Row(everyone=200, codes={"visitor": 302}),
    "api:rounds_": public(),
    "api:round_": public(args=published_round),
    "api:results": public(args=published_round),
    "rounds.offers": only("bodil", "ivan", args=published_round),
    "rounds.withdraw": only("bodil", "hana", "ivan", args=an_offer),
    "rounds.hiring_withdraw": only("bodil", "hana", "ivan", args=an_offer),
    "rounds.own_offers": only("amina", "dawit"),
    "rounds.offer": only("amina", args=an_offer),
    "rounds.questioned": only("bodil", "ivan"),
    "rounds.settle": only("bodil", "ivan", args=an_offer),
    "rounds.accept": only("amina", code=302, method="post", args=an_offer),
    "rounds.decline": only("amina", args=an_offer),
    "rounds.hiring": only("hana", "chen"),
    "rounds.hiring_vacancy": only("hana", args=a_shortlist),
    "api:own_offers": only("amina", "dawit", visitor=401),
    "api:offers": only("bodil", "chen", "hana", "ivan", visitor=401, args=published_round),
    "api:make_offers": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=published_round
    ),
    "api:accept_offer": only(
        "amina", "bodil", "ivan", visitor=401, method="post", args=an_offer_by_api
    ),
    "api:decline_offer": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=an_offer_by_api
    ),
    "api:questioned": only("bodil", "ivan", visitor=401),
    "api:floors": Row(everyone=200, args=published_round),
    "api:settle_offer": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=an_offer_by_api
    ),
    "api:withdraw_offer": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=an_offer_by_api
    ),
    "rounds.standing": only("amina", "dawit"),
    "rounds.appeal": only("amina", args=a_result),
    "rounds.appeals": only("bodil", "ivan"),
    "rounds.decide": only("bodil", "ivan", args=an_appeal),
    "rounds.report": only("bodil", "hana", "ivan", args=its_report),
    "rounds.close": only("bodil", "ivan", code=302, method="post", args=published_round),
    "rounds.renew": only("bodil", "ivan", code=302, method="post", args=published_round),
    "api:standings": only("amina", "dawit", visitor=401),
    "api:appeals": only("bodil", "ivan", visitor=401),
    "api:lodge_appeal": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=published_round
    ),
    "api:decide_appeal": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=an_appeal_by_api
    ),
    "api:renew_reserve": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=published_round
    ),
    "api:close_round": only("bodil", "ivan", visitor=401, method="post", args=published_round),
    "api:closing_report": only("bodil", "ivan", visitor=401, args=published_round),
    "rounds.impact": only("bodil", "ivan", args=run_round),
    "api:impact": only("bodil", "ivan", visitor=401, args=run_round),
    # Those who sign for a party decide on single people; other officers read.
    "rounds.overrides": only("bodil", "farid", "ivan", args=a_ready_round_of_two),
    "rounds.overrides_waiting": only("bodil", "farid", "ivan"),
    "rounds.propose": only("bodil", "farid", code=302, method="post", args=a_ready_round_of_two),
    "rounds.override": only("bodil", "farid", args=a_decision),
    # Bodil proposed it, and Farid sends no price that he read.
    "rounds.confirm_override": Row(
        everyone=404,
        codes={"bodil": 403, "farid": 409, "visitor": 302},
        method="post",
        args=a_decision,
    ),
    "rounds.undo_override": only("bodil", "farid", code=302, method="post", args=a_decision),
    "api:overrides": public(args=published_round),
    "api:price_override": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=published_round
    ),
    "api:propose_override": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=published_round
    ),
    "api:confirm_override": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=a_decision
    ),
    "api:undo_override": only("bodil", "farid", visitor=401, method="post", args=a_decision),
    "api:plan_round": Row(everyone=400, codes={"visitor": 401}, method="post"),
    # Those who sign for a party: Bodil for one, Farid for the other.
    "rounds.change": only("bodil", "ivan", args=agreed_terms),
    "rounds.steps": only("bodil", "ivan", args=its_vacancy),
    "rounds.hiring_steps": only("hana", args=a_shortlist),
    "rounds.hiring_person": only("hana", args=a_person_named),
    "api:hiring_person": only("hana", visitor=401, args=a_person_by_api),
    "rounds.own_steps": only("amina", args=a_result),
    "api:steps": only("bodil", "hana", "ivan", visitor=401, args=a_shortlist),
    "api:own_steps": only("amina", visitor=401, args=a_result_by_api),
    "rounds.procedure": only("bodil", "ivan", args=agreed_terms),
    "api:read_procedure": public(args=published_round),
    "api:set_procedure": Row(everyone=422, codes={"visitor": 401}, method="put", args=agreed_terms),
    "rounds.parties": only("bodil", "ivan", args=agreed_terms),
    "rounds.agree": only("bodil", "farid", code=409, method="post", args=agreed_terms),
    "rounds.take_back": only("bodil", "farid", code=302, method="post", args=agreed_terms),
    "api:change_round": Row(everyone=422, codes={"visitor": 401}, method="put", args=agreed_terms),
    "api:name_parties": Row(everyone=422, codes={"visitor": 401}, method="put", args=agreed_terms),
    "api:agree": Row(everyone=400, codes={"visitor": 401}, method="post", args=agreed_terms),
    "api:take_back": only("bodil", "farid", visitor=401, method="delete", args=agreed_terms),
    "api:start_round": only(
        "bodil", "ivan", code=409, visitor=401, method="post", args=agreed_terms
    ),
    "api:publish_round": only(
        "bodil", "ivan", code=409, visitor=401, method="post", args=agreed_terms
    ),
}
