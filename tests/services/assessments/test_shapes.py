from __future__ import annotations

from tests.services.assessments.test_correct_result import counts  # noqa: F401

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.assessments import api as assessments
from corridor.services.assessments import shapes


def test_a_session_has_its_counts_and_its_sheet(session: assessments.Session) -> None:
    whole = shapes.whole(assessments.by_number(COMMAND_LINE, session.number))
    assert (whole["places"], whole["taken"], whole["waiting"]) == (2, 0, 0)
    assert whole["pass_percent"] == 60
    assert [line["code"] for line in whole["sheet"]] == ["safety", "plan", "weld", "time"]


def test_a_candidate_and_a_result_have_numbers_and_no_names(
    counts: assessments.Result,  # noqa: F811
) -> None:
    told = str([shapes.seat(counts.candidate), shapes.result_out(counts)])
    assert counts.candidate.person.reference in told
    assert "Amina" not in told
