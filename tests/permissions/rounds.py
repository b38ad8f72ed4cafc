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


ROWS: dict[str, Row] = {
    "rounds.rounds": public(),
    "rounds.round": public(args=published_round),
    "rounds.vacancy": public(args=its_vacancy),
    "rounds.desk": only("bodil", "ivan"),
    "rounds.start": only("bodil", "ivan"),
    # It has run already: an officer is told so, everybody else finds nothing.
    "rounds.start_again": only("bodil", "ivan", code=409, method="post", args=ready_round),
    "rounds.publish": only("bodil", "ivan", code=302, method="post", args=ready_round),
    "rounds.fitting": Row(everyone=200, codes={"visitor": 302}),
    "api:rounds_": public(),
    "api:round_": public(args=published_round),
    "api:results": public(args=published_round),
    "api:plan_round": Row(everyone=400, codes={"visitor": 401}, method="post"),
    # Those who sign for a party: Bodil for one, Farid for the other.
    "rounds.change": only("bodil", "ivan", args=agreed_terms),
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
