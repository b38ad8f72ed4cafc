"""Results at the desk: the queue, the decision, the correction, the objection."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.assessments.test_confirm_result import recorded  # noqa: F401
from tests.services.assessments.test_correct_result import counts  # noqa: F401
from tests.services.assessments.test_object_to_result import objected, third  # noqa: F401
from tests.services.assessments.world import POOR

from corridor.services.assessments import api as assessments


def text(answer) -> str:
    return answer.content.decode()


def page_of(result: assessments.Result) -> str:
    return f"/desk/assessments/result/{result.pk}/"


def test_the_queue_shows_what_somebody_else_recorded(
    recorded: assessments.Result,  # noqa: F811
    bodil: Member,
    ivan: Member,
) -> None:
    reference = recorded.candidate.person.reference_spaced
    assert reference in text(ivan.client.get("/desk/assessments/waiting/"))
    assert "No result waits for you" in text(bodil.client.get("/desk/assessments/waiting/"))
    assert "1" in text(ivan.client.get("/desk/"))


def test_a_second_person_confirms_on_the_page(
    recorded: assessments.Result,  # noqa: F811
    bodil: Member,
    ivan: Member,
) -> None:
    assert "Your decision" not in text(bodil.client.get(page_of(recorded)))
    assert "Your decision" in text(ivan.client.get(page_of(recorded)))
    assert bodil.client.post(f"{page_of(recorded)}decide/", {"confirm": "1"}).status_code == 409
    page = text(ivan.client.post(f"{page_of(recorded)}decide/", {"confirm": "1"}, follow=True))
    assert "The result counts; the person was told." in page


def test_or_sends_it_back(
    recorded: assessments.Result,  # noqa: F811
    ivan: Member,
) -> None:
    assert ivan.client.post(f"{page_of(recorded)}decide/").status_code == 422
    said = {"reason": "Line 2 is unreadable."}
    page = text(ivan.client.post(f"{page_of(recorded)}decide/", said, follow=True))
    assert "Line 2 is unreadable." in page


def test_all_of_a_session_are_confirmed_at_once_but_ones_own(
    recorded: assessments.Result,  # noqa: F811
    bodil: Member,
    ivan: Member,
) -> None:
    address = f"/desk/assessments/{recorded.candidate.session.number}/confirm/"
    assert "0 results count now." in text(bodil.client.post(address, follow=True))
    assert "1 result counts now." in text(ivan.client.post(address, follow=True))


def test_a_result_is_corrected_with_a_reason(
    counts: assessments.Result,  # noqa: F811
    bodil: Member,
) -> None:
    said = {f"{counts.candidate_id}.{code}": str(points) for code, points in POOR.items()}
    answer = bodil.client.post(page_of(counts), said)
    assert answer.status_code == 422
    assert "Write the reason" in text(answer)
    wrong = {**said, f"{counts.candidate_id}.time": "99", "reason": "Mixed up"}
    assert "from 0 to 10" in text(bodil.client.post(page_of(counts), wrong))
    answer = bodil.client.post(page_of(counts), {**said, "reason": "Mixed up"}, follow=True)
    assert "The correction is recorded." in text(answer)
    assert "Mixed up" in text(answer)


def test_an_objection_is_answered_by_somebody_else(
    objected: assessments.Objection,  # noqa: F811
    third: Member,  # noqa: F811
    bodil: Member,
) -> None:
    address = page_of(objected.result)
    queue = text(bodil.client.get("/desk/assessments/waiting/"))
    assert objected.result.candidate.person.reference_spaced in queue
    assert "My weld was not bent." in text(bodil.client.get(address))
    said = {"upheld": "no", "answer": "It was; see the photo."}
    assert bodil.client.post(f"{address}reply/", said).status_code == 409
    third.client.force_login(
        third.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    page = text(third.client.post(f"{address}reply/", {"upheld": "no"}, follow=True))
    assert "Choose a decision and write an answer." in page
    page = text(third.client.post(f"{address}reply/", said, follow=True))
    assert "It was; see the photo." in page


@pytest.mark.parametrize("name", ["amina", "esra", "hana"])
def test_outsiders_see_no_result_at_the_desk(
    counts: assessments.Result,  # noqa: F811
    name: str,
    request: pytest.FixtureRequest,
) -> None:
    member = request.getfixturevalue(name)
    assert member.client.get(page_of(counts)).status_code == 404
