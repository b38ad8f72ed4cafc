"""What somebody reached is theirs to take away."""

from __future__ import annotations

from tests.cast import Member
from tests.services.assessments.test_correct_result import counts  # noqa: F401

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments


def test_results_are_in_ones_own_export(
    counts: assessments.Result,  # noqa: F811
    amina: Member,
    her: people.Person,
) -> None:
    part = people.export_person(actor=amina.actor, person=her)["assessments"]
    assert [each["passed"] for each in part[0]["results"]] == [True]
    assert part[0]["results"][0]["scores"] == counts.scores
    assert part[0]["results"][0]["objection"] is None
