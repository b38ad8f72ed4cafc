from __future__ import annotations

from tests.cast import Member
from tests.services.assessments.test_correct_result import counts  # noqa: F401

from corridor.services.assessments import api as assessments
from corridor.services.assessments import kindtext


def text(answer) -> str:
    return answer.content.decode()


def test_kinds_say_where_they_come_from(kinds: None, bodil: Member) -> None:
    page = text(bodil.client.get("/desk/assessments/kinds/"))
    assert "HRD Korea" in page
    assert "not checked" in page
    page = text(bodil.client.get("/desk/assessments/kinds/eps-topik/"))
    assert "Listening (20 questions)" in page
    assert "Its figures were not checked" in page
    assert "Without end" in text(bodil.client.get("/desk/assessments/kinds/diploma-check/"))


def test_an_empty_list_says_how_to_begin(clock: object, bodil: Member) -> None:
    page = text(bodil.client.get("/desk/assessments/kinds/"))
    assert "There is no kind of test yet" in page
    assert bodil.client.get("/desk/assessments/kinds/none/").status_code == 404


def test_a_kind_is_made_and_changed_as_text(kinds: None, bodil: Member) -> None:
    new = "/desk/assessments/kinds/new/"
    assert "trade-cook" in text(bodil.client.get(new))
    page = text(bodil.client.post(new, {"text": kindtext.EXAMPLE}, follow=True))
    assert "Trade test: cook" in page
    change = "/desk/assessments/kinds/trade-cook/change/"
    said = {"text": kindtext.EXAMPLE.replace("pass = 60", "pass = 70")}
    assert "70" in text(bodil.client.post(change, said, follow=True))
    assert assessments.AssessmentKind.objects.get(code="trade-cook").pass_share == 7_000


def test_what_is_wrong_with_the_text_is_said(kinds: None, bodil: Member) -> None:
    for wrong, told in (
        ("code = ", "Invalid value"),
        ("code = 'x'", "KeyError"),
        (kindtext.EXAMPLE.replace("pass = 60", "pass = 160"), "percentage"),
    ):
        answer = bodil.client.post("/desk/assessments/kinds/new/", {"text": wrong})
        assert answer.status_code == 422
        assert told in text(answer)


def test_small_counts_are_withheld_on_the_page(
    counts: assessments.Result,  # noqa: F811
    bodil: Member,
) -> None:
    page = text(bodil.client.get("/desk/assessments/kinds/trade-welding/"))
    assert "withheld" in page
