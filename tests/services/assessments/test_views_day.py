"""The day itself: check in, print, give points, agree, bring in a file."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import Member
from tests.services.assessments.test_mark_candidate import mark
from tests.services.assessments.world import GOOD, POOR, book, came, invite, state_of

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments.models import Marking


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def booked(examined: assessments.Session, her: people.Person) -> assessments.Candidate:
    return book(invite(examined, her)[0])


@pytest.fixture
def present(
    examined: assessments.Session, her: people.Person, the_day: object
) -> assessments.Candidate:
    return came(examined, her)


def test_who_comes_is_found_by_number_and_checked_in(
    booked: assessments.Candidate, lena: Member, her: people.Person, the_day: object
) -> None:
    address = f"/desk/assessments/{booked.session.number}/check-in/"
    typed = her.reference_spaced.lower()
    assert "Amina Rahmani" in text(lena.client.get(f"{address}?reference={typed}"))
    assert "Nobody of this number" in text(lena.client.get(f"{address}?reference=zzz"))
    said = {"reference": her.reference, "seen": "late"}
    assert "Came late" in text(lena.client.post(address, said, follow=True))
    assert state_of(booked) == "late"
    assert lena.client.post(address, {"reference": her.reference, "seen": "no"}).status_code == 200


def test_before_the_day_the_page_says_so(
    booked: assessments.Candidate, lena: Member, her: people.Person
) -> None:
    address = f"/desk/assessments/{booked.session.number}/check-in/"
    said = {"reference": her.reference, "seen": "present"}
    assert "This session begins on" in text(lena.client.post(address, said, follow=True))


def test_the_list_to_print_is_a_pdf(booked: assessments.Candidate, bodil: Member) -> None:
    answer = bodil.client.get(f"/desk/assessments/{booked.session.number}/attendance.pdf")
    assert answer.content.startswith(b"%PDF")


def test_points_are_typed_into_a_table(present: assessments.Candidate, lena: Member) -> None:
    address = f"/desk/assessments/{present.session.number}/marks/"
    assert "Works safely" in text(lena.client.get(address))
    said = {f"{present.pk}.{code}": str(points) for code, points in GOOD.items()}
    page = text(lena.client.post(address, {**said, "save": "1"}, follow=True))
    assert "Your points are kept." in page
    assert 'value="16"' in page
    page = text(lena.client.post(address, {**said, "hand_in": "1"}, follow=True))
    assert "Nobody waits for your points" in page
    assert "Handed in" in page


def test_a_wrong_cell_keeps_nothing_and_what_was_typed(
    present: assessments.Candidate, lena: Member, him: people.Person
) -> None:
    other = came(present.session, him)
    address = f"/desk/assessments/{present.session.number}/marks/"
    said = {f"{other.pk}.safety": "9", f"{present.pk}.safety": "11", f"{present.pk}.plan": "x"}
    answer = lena.client.post(address, {**said, "save": "1"})
    assert answer.status_code == 422
    assert text(answer).count("Give a whole number of points") == 2
    assert 'value="x"' in text(answer)
    assert not Marking.objects.exists()
    answer = lena.client.post(address, {f"{present.pk}.safety": "11", "save": "1"})
    assert "from 0 to 10" in text(answer)


def test_two_who_differ_agree_with_a_reason(
    present: assessments.Candidate, lena: Member, farid: Member, her: people.Person
) -> None:
    address = f"/desk/assessments/{present.session.number}/agree/{her.reference}/"
    mark(lena, present, GOOD, hand_in=True)
    said = {f"{present.pk}.{code}": str(points) for code, points in GOOD.items()}
    answer = lena.client.post(address, said)
    assert answer.status_code == 422
    assert "1 of 2 examiners have not handed in" in text(answer)
    mark(farid, present, POOR, note="Shaky", hand_in=True)
    page = text(lena.client.get(address))
    assert "The examiners differ widely" in page
    assert "Shaky" in page
    assert "Write the reason" in text(lena.client.post(address, said))
    answer = lena.client.post(address, {**said, f"{present.pk}.time": "99", "reason": "So"})
    assert "from 0 to 10" in text(answer)
    page = text(lena.client.post(address, {**said, "reason": "Looked again."}, follow=True))
    assert "The result is recorded." in page
    assert "Waits for a second person" in page


def test_results_come_in_as_a_file(
    session: assessments.Session, bodil: Member, her: people.Person, the_day: object
) -> None:
    candidate = invite(session, her)[0]
    slot = session.slots.get()
    assessments.Candidate.objects.filter(pk=candidate.pk).update(slot=slot, state="booked")
    address = f"/desk/assessments/{session.number}/results/"
    assert "Bring in results" in text(bodil.client.get(address))
    template = b"".join(bodil.client.get(f"{address}?format=csv").streaming_content).decode()
    assert "reference,safety,plan,weld,time" in template
    assert her.reference_spaced in template
    wrong = SimpleUploadedFile("r.csv", template.replace(",,,,", ",11,x,16,7").encode())
    answer = bodil.client.post(address, {"file": wrong})
    assert answer.status_code == 422
    assert text(answer).count("Give a whole number of points") == 2
    right = SimpleUploadedFile("r.csv", template.replace(",,,,", ",9,8,16,7").encode())
    assert "1 result recorded." in text(bodil.client.post(address, {"file": right}, follow=True))
