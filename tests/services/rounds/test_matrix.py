from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from tests.services.rounds import steps_world as steps

from corridor.services.rounds import api as rounds
from corridor.services.rounds.judging import MET, MISSING, UNSEEN, Asked, Cell
from corridor.services.rounds.matrix import Row, ending


def test_a_list_begins_with_what_the_engine_judged(published: rounds.Round) -> None:
    found = steps.card(published, "Amina")
    assert [row.code for row in found.rows] == [
        *("occupation", "experience", "languages:en"),
        "skills",
    ]  # no qualification is asked for
    (said, document, test) = steps.row(published, "Amina", "languages:en").cells
    assert (said.state, said.basis, said.by) == (MET, "said", "Imported")
    assert (document.state, document.basis) == (UNSEEN, "none")
    assert test.state == UNSEEN
    assert found.state == UNSEEN
    assert found.barred is None
    assert found.until == published.reserve_until


def test_a_required_one_not_met_later_bars_and_an_asset_only_counts(
    published: rounds.Round,
) -> None:
    line = steps.listed(published, "Amina").round_vacancy
    steps.take_test(line, "Amina", steps.POOR)
    found = steps.card(published, "Amina")
    assert found.barred_by == "occupation/test"
    skills = steps.row(published, "Amina", "skills")
    assert (skills.state, skills.decides) == (MISSING, False)
    assert found.assets_met == 0
    skills_alone = [row for row in found.rows if row.code == "skills"]
    assert not any(row.decides for row in skills_alone)
    assert steps.card(published, "Belay").barred is None


def test_a_person_counts_until_the_evidence_that_ends_first(published: rounds.Round) -> None:
    today = timezone.localdate()
    early, late = today + timedelta(days=30), today + timedelta(days=90)
    steps.decided(steps.claim_of("Amina", "occupation"), "verified", until=late)
    steps.decided(steps.claim_of("Amina", "language", "en"), "verified", until=early)
    found = steps.card(published, "Amina")
    assert found.until == early
    assert not found.lapsed(on=early)
    assert found.lapsed(on=early + timedelta(days=1))
    assert steps.card(published, "Belay").until == published.reserve_until


def test_a_requirement_holds_as_long_as_the_longest_of_its_evidence() -> None:
    day = date(2027, 1, 1)
    asked = Asked(criterion="languages", item="ko", level=2)
    document = Cell(step="document", state=MET, until=day)
    test = Cell(step="test", state=MET, until=day + timedelta(days=700))
    row = Row(asked=asked, need="required", cells=(document, test))
    assert row.until == day + timedelta(days=700)
    endless = Row(asked=asked, need="required", cells=(document, Cell(step="test", state=MET)))
    assert endless.until is None
    gone = Cell(step="test", state=UNSEEN, ran_out=day)
    assert Row(asked=asked, need="required", cells=(gone,)).until == day
    asset = Row(asked=asked, need="asset", cells=(gone,))
    assert ending([asset], None) is None  # what only counts ends nobody's place
    assert ending([row, endless], day) == day
