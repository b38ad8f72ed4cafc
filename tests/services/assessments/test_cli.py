"""The command line runs the same acts as whoever holds the machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cast import Member
from tests.services.assessments.test_correct_result import counts  # noqa: F401
from tests.services.assessments.world import came, crowd, state_of
from typer.testing import CliRunner

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import kindtext
from corridor.services.assessments.cli import app


def run(*words: str, code: int = 0) -> str:
    answer = CliRunner().invoke(app, list(words))
    assert answer.exit_code == code, (words, answer.output, answer.exception)
    return answer.output


def test_a_session_from_opening_to_a_result(
    kinds: None, her: people.Person, bodil: Member, clock, tmp_path: Path
) -> None:
    opening = ("--starts", "2027-03-10T09:00+05:45", "--minutes", "180", "--places", "1")
    zone = ("--zone", "Asia/Kathmandu", "--place", "Hall")
    number = run("open", "trade-welding", "By command", *opening, *zone).strip()
    assert json.loads(run("list", "--state", "open"))[0]["number"] == number
    other = crowd(1)[0]
    assert "2 invited" in run("invite", number, her.reference, other.reference)
    slot = assessments.Slot.objects.get()
    assert "booked" in run("answer", number, her.reference, str(slot.pk))
    assert "waiting" in run("answer", number, other.reference, "wait")
    assert len(json.loads(run("show", number))["candidates"]) == 2
    run("examiners", number, str(bodil.user.pk))
    run("examiners", number)
    run("close", number)
    run("reopen", number)
    run("change", number, "--place", "Hall 2", "--later", "30")
    clock.move_to("2027-03-10 04:00:00")
    assert "present" in run("seen", number, her.reference, "present")
    run("seen", number, her.reference, "gone", code=2)
    points = ("safety=9", "plan=8", "weld=16", "time=7")
    recorded = json.loads(run("record", number, her.reference, *points, "--reason", "On paper"))
    run("record", number, her.reference, "safety", "--reason", "x", code=2)
    result = assessments.Result.objects.get(pk=recorded["id"])
    run("return", str(result.pk), "--reason", "Again")
    file = tmp_path / "results.csv"
    file.write_text(f"reference,safety,plan,weld,time\n{her.reference},9,8,16,7\n")
    assert "1 results recorded" in run("import-results", number, str(file))
    run("import-results", number, str(tmp_path / "none.csv"), code=2)
    run("cancel", number, "--reason", "Fire")
    assert assessments.Session.objects.get().state == "cancelled"
    assert state_of(result.candidate) == "present"


def test_results_are_confirmed_corrected_and_answered(
    session: assessments.Session, her: people.Person, bodil: Member, ivan: Member, the_day
) -> None:
    from tests.services.assessments.world import GOOD, came

    result = assessments.record_result(
        actor=bodil.actor, candidate=came(session, her), scores=GOOD, reason="On paper"
    )
    assert json.loads(run("confirm", str(result.pk)))["state"] == "confirmed"
    run("reply", str(result.pk), "Nothing to say", code=2)
    assessments.Objection.objects.create(result=result, words="No", reply_by="2027-03-20")
    corrected = run(
        *("correct", str(result.pk), "safety=9", "plan=8", "weld=12", "time=7"),
        *("--reason", "Mixed up"),
    )
    assert json.loads(corrected)["state"] == "recorded"
    assert "trade-welding" in run("kinds")
    assert json.loads(run("statistics", "trade-welding"))["whole"]["sat"] == 0  # not agreed to it


def test_a_kind_and_the_template_are_files(
    session: assessments.Session, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "kind.toml"
    file.write_text(kindtext.EXAMPLE)
    assert "trade-cook" in run("keep-kind", str(file))
    file.write_text("code =")
    run("keep-kind", str(file), code=2)
    run("keep-kind", str(tmp_path / "none.toml"), code=2)
    assert "reference,safety,plan,weld,time" in run("template", session.number)
    run("template", session.number, "--kind", "pdf", code=2)
    run("open", "x", "y", "--starts", "soon", "--minutes", "5", "--zone", "UTC", code=2)


def test_points_count_as_the_examiners_who_gave_them(
    examined: assessments.Session, lena: Member, bodil: Member, her: people.Person, the_day: object
) -> None:
    came(examined, her)
    given = ("mark", examined.number, her.reference, "safety=9", "plan=8", "weld=16", "time=7")
    run(*given, "--examiner", "nobody@example.org", code=2)
    login = lena.user.email
    assert "kept" in run(*given, "--examiner", login)
    assert "handed in" in run(*given, "--examiner", login, "--hand-in")
    marking = assessments.Marking.objects.get(candidate__person=her)
    assert (marking.examiner, marking.scores["weld"]) == (lena.user, 16)
    # Bodil is an officer, and not named.
    assert run(*given, "--examiner", bodil.user.email, code=1) == ""


def test_an_objection_on_paper_is_entered(counts: assessments.Result) -> None:  # noqa: F811
    assert "To be answered by" in run("object", str(counts.pk), "Another sheet was mine.")
    assert assessments.Objection.objects.get().words == "Another sheet was mine."
