from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import BLUEPRINTS, WELDING

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.evidence import Evidence
from corridor.services.rounds.judging import MET, MISSING, NEAR, UNSEEN, Asked, examined, verified

ENGLISH = Asked(criterion="languages", item="en", level=2)


def evidence(name: str) -> Evidence:
    claims = people.Claim.objects.filter(person=steps.named(name), counts=True).order_by("pk")
    return Evidence(about="", isco="7212", claims=tuple(claims))


def judged(asked: Asked, name: str) -> tuple[str, str]:
    cell = verified(asked, evidence(name), on=timezone.localdate())
    return cell.state, cell.basis


def test_a_document_is_unseen_then_verified_then_out_of_time(world: None) -> None:
    today = timezone.localdate()
    assert judged(ENGLISH, "Amina") == (UNSEEN, "none")
    steps.decided(steps.claim_of("Amina", "language"), "verified", until=today)
    assert judged(ENGLISH, "Amina") == (MET, "verified")
    cell = verified(ENGLISH, evidence("Amina"), on=today + timedelta(days=1))
    assert (cell.state, cell.ran_out) == (UNSEEN, today)


def test_a_refused_document_is_not_met_and_one_taken_back_is_unseen(world: None) -> None:
    claim = steps.claim_of("Amina", "language")
    steps.decided(claim, "refused")
    assert judged(ENGLISH, "Amina") == (MISSING, "refused")
    claim.verifications.update(decision="revoked")
    assert judged(ENGLISH, "Amina") == (UNSEEN, "none")


def test_a_lower_level_verified_is_less_than_asked(world: None) -> None:
    steps.decided(steps.claim_of("Dawit", "language"), "verified")
    assert judged(ENGLISH, "Dawit") == (MISSING, "verified")
    assert judged(replace(ENGLISH, level=1), "Dawit") == (MET, "verified")


def test_another_occupation_says_nothing_of_this_one(world: None) -> None:
    welder = Asked(criterion="occupation", level=3)
    steps.decided(steps.claim_of("Fatima", "occupation", "5120"), "refused")
    assert judged(welder, "Fatima") == (UNSEEN, "none")
    steps.decided(steps.claim_of("Fatima", "occupation", "7212"), "refused")
    assert judged(welder, "Fatima") == (MISSING, "refused")


@pytest.mark.parametrize(("years", "state"), [(1, NEAR), (3, MET)])
def test_verified_times_of_work_add_up(world: None, years: int, state: str) -> None:
    today = timezone.localdate()
    person = steps.named("Amina")
    for part in range(2):
        begun = today - timedelta(days=366 * years)
        value = people.read(
            people.VALUES[people.Kind.EXPERIENCE],
            {
                "label": f"Welder {part}",
                "from_date": begun.isoformat(),
                "until_date": (begun + timedelta(days=183 * years)).isoformat(),
            },
        )
        claim = people.add_claim(actor=COMMAND_LINE, person=person, value=value)
        steps.decided(claim, "verified")
    assert judged(Asked(criterion="experience", level=2), "Amina") == (state, "verified")


def test_the_newest_result_of_the_agreed_sort_counts(published: rounds.Round) -> None:
    line = steps.listed(published, "Amina").round_vacancy
    steps.take_test(line, "Amina", steps.POOR)
    passed = steps.take_test(line, "Amina", steps.GOOD)
    cell = steps.row(published, "Amina", "occupation").cells[-1]
    assert (cell.state, cell.share, cell.until) == (MET, passed.share, passed.valid_until)
    english = steps.row(published, "Amina", "languages:en").cells[-1]
    assert english.state == UNSEEN  # a trade test says nothing of a language
    assert passed.valid_until is not None
    late = examined(
        Asked(criterion="occupation", level=3),
        "test",  # type: ignore[arg-type]
        "",
        Evidence(about=passed.candidate.session.about, isco="7212", results=(passed,)),
        on=passed.valid_until + timedelta(days=1),
    )
    assert (late.state, late.ran_out) == (UNSEEN, passed.valid_until)


SKILLS = Asked(criterion="skills")


def skills_judged(name: str, asked: dict[str, int], percent: int = 100) -> tuple[str, str]:
    known = replace(evidence(name), skills=asked, skills_percent=percent)
    cell = verified(SKILLS, known, on=timezone.localdate())
    return cell.state, cell.basis


def test_verified_skills_add_up_to_as_many_as_are_needed(world: None) -> None:
    both = {WELDING: 2, BLUEPRINTS: 1}
    assert skills_judged("Amina", both) == (UNSEEN, "none")
    steps.decided(steps.claim_of("Amina", "skill", WELDING), "verified")
    assert skills_judged("Amina", both) == (NEAR, "verified")
    assert skills_judged("Amina", both, percent=50) == (MET, "verified")
    steps.decided(steps.claim_of("Amina", "skill", BLUEPRINTS), "verified")
    assert skills_judged("Amina", both) == (MET, "verified")


def test_a_skill_nobody_asked_for_or_at_a_lower_level_proves_nothing(world: None) -> None:
    steps.decided(steps.claim_of("Amina", "skill", BLUEPRINTS), "verified")
    assert skills_judged("Amina", {WELDING: 2}) == (UNSEEN, "none")
    steps.decided(steps.claim_of("Dawit", "skill", WELDING), "verified")
    assert skills_judged("Dawit", {WELDING: 2}) == (UNSEEN, "none")


def test_skills_are_not_met_when_every_certificate_was_refused(world: None) -> None:
    both = {WELDING: 2, BLUEPRINTS: 1}
    steps.decided(steps.claim_of("Amina", "skill", WELDING), "refused")
    assert skills_judged("Amina", both) == (UNSEEN, "none")
    steps.decided(steps.claim_of("Amina", "skill", BLUEPRINTS), "refused")
    assert skills_judged("Amina", both) == (MISSING, "refused")


def test_skills_hold_as_long_as_the_first_of_their_certificates(world: None) -> None:
    today = timezone.localdate()
    steps.decided(steps.claim_of("Amina", "skill", WELDING), "verified", until=today)
    steps.decided(steps.claim_of("Amina", "skill", BLUEPRINTS), "verified")
    both = replace(evidence("Amina"), skills={WELDING: 2, BLUEPRINTS: 1})
    assert verified(SKILLS, both, on=today).until == today
    tomorrow = verified(SKILLS, both, on=today + timedelta(days=1))
    assert (tomorrow.state, tomorrow.until) == (NEAR, None)
