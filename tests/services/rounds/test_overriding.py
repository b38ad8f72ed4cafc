"""What a decision on one person changes, told beforehand and exactly so afterwards."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import names_of
from tests.services.rounds.officers import draft, left_out, proposed, reference, signed, welder

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds import overriding
from corridor.services.rounds.working import work_out_again

MODES = ["ranked", "stable", "best_total"]


@pytest.mark.parametrize("mode", MODES)
def test_the_rows_kept_give_the_same_places_as_the_round(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member, mode: str
) -> None:
    of = signed(plan, bodil, farid, mode=mode)
    kept = overriding.kept_rows(of)
    assert overriding.placed_with(of, kept, []).home == kept.home


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", ["place", "remove"])
def test_the_result_is_what_the_price_said_and_replays_exactly(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member, mode: str, kind: str
) -> None:
    of = signed(plan, bodil, farid, mode=mode)
    before = overriding.kept_rows(of).home
    who = left_out(of) if kind == "place" else reference("Amina")
    told = rounds.price_override(actor=bodil.actor, of=of, draft=draft(of, who, kind))
    one = proposed(of, bodil, worker=who, kind=kind)
    rounds.confirm_override(actor=farid.actor, override=one, seen=of.result_digest)
    of.refresh_from_db()
    after = overriding.kept_rows(of).home
    gone = sorted((worker, there) for worker, there in before.items() if worker not in after)
    come = sorted((worker, there) for worker, there in after.items() if worker not in before)
    assert (told.loses, told.gains) == (gone, come)
    assert told.touched == len(gone) + len(come) + len(told.moves)
    assert ((who, welder(of).vacancy) in after.items()) is (kind == "place")
    assert work_out_again(of).digest() == of.result_digest
    line = welder(of)
    assert line.placed == len(names_of(of, "Welder")) <= line.places
    assert of.placed_count == len(after)
    prices = {price["kind"]: price for price in of.proof["prices"]}
    assert prices["forced" if kind == "place" else "forbidden"]["cost_share"] == told.cost_share


def test_who_is_taken_out_is_not_on_the_reserve(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    of = signed(plan, bodil, farid)
    one = proposed(of, bodil, worker=reference("Amina"), kind="remove")
    rounds.confirm_override(actor=farid.actor, override=one, seen=of.result_digest)
    result = rounds.Result.objects.get(round_vacancy=welder(of), worker=reference("Amina"))
    assert result.outcome == "forbidden-by-officer"


def test_a_family_moves_as_one(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    head, other = (people.Person.objects.get(full_name=name) for name in ("Amina", "Belay"))
    people.start_family(actor=COMMAND_LINE, person=head)
    given = {"reference": other.reference, "relation": people.Relation.SPOUSE}
    member = people.join_family(actor=COMMAND_LINE, inviting=head, **given)
    people.accept_family(actor=COMMAND_LINE, member=member)
    of = signed(plan, bodil, farid, families_together=True, mode="best_total")
    home = overriding.kept_rows(of).home
    kind = "remove" if head.reference in home else "place"
    told = rounds.price_override(actor=bodil.actor, of=of, draft=draft(of, other.reference, kind))
    touched = {worker for worker, _there in (told.loses if kind == "remove" else told.gains)}
    assert {head.reference, other.reference} <= touched
    one = proposed(of, bodil, worker=other.reference, kind=kind)
    rounds.confirm_override(actor=farid.actor, override=one, seen=of.result_digest)
    of.refresh_from_db()
    assert work_out_again(of).digest() == of.result_digest


@pytest.mark.parametrize(
    ("name", "kind", "why"),
    [
        ("Hari", "place", "is not on the list of"),
        ("Amina", "place", "has that place already"),
        ("Dawit", "remove", "is not on the list of"),
    ],
)
def test_what_cannot_be_decided_says_why(
    world: None,
    plan: rounds.RoundDraft,
    bodil: Member,
    farid: Member,
    name: str,
    kind: str,
    why: str,
) -> None:
    of = signed(plan, bodil, farid)
    with pytest.raises(rounds.OverrideImpossible, match=why):
        rounds.price_override(actor=bodil.actor, of=of, draft=draft(of, reference(name), kind))


def test_in_a_shortlist_nobody_is_placed(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    of = signed(plan, bodil, farid, mode="shortlist")
    with pytest.raises(rounds.OverrideImpossible, match="nobody is given a place"):
        rounds.price_override(actor=bodil.actor, of=of, draft=draft(of, reference("Amina")))


def test_a_quota_stands_against_the_officers_too(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    quotas, _wrong = rounds.read_quotas("to QAT 0")
    of = signed(plan, bodil, farid, quotas=tuple(quotas))
    with pytest.raises(rounds.OverrideImpossible, match="a quota of this round is used up"):
        rounds.price_override(actor=bodil.actor, of=of, draft=draft(of, reference("Amina")))


def test_a_floor_that_stands_in_the_way_is_said_in_words_and_figures(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    people.Person.objects.filter(full_name="Amina").update(sex="female")
    floors, _wrong = rounds.read_floors("sex female 1 to QAT: Act 12, s. 4")
    of = signed(plan, bodil, farid, mode="best_total", floors=tuple(floors))
    out = draft(of, reference("Amina"), "remove")
    with pytest.raises(rounds.OverrideImpossible, match="no more than 0 can be placed"):
        rounds.price_override(actor=bodil.actor, of=of, draft=out)
