"""A stack of paper forms at the desk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import Member
from tests.kernel.people.test_views import text_of
from tests.kernel.people.world import register

from corridor.kernel.people import api as people
from corridor.kernel.people.entering import packed
from corridor.kernel.people.models import Person
from corridor.kernel.people.references import new_reference

PAGE = "/desk/people/entry/"
SITA = {"full_name": "Sita Gurung", "birth": "1994", "isco": "5322", "consents": "matching"}


def key(member: Member, *lines: dict[str, str]):
    names = {name for line in lines for name in line}
    told = {name: [line.get(name, "") for line in lines] for name in names}
    return member.client.post(PAGE, {"do": "keyed", **told})


def test_it_shows_lines_to_key_in_and_forms_to_print(bodil: Member) -> None:
    shown = bodil.client.get(PAGE).content.decode()
    assert shown.count('name="full_name"') == 10
    assert "/desk/people/paper/ar/" in shown


def test_keyed_lines_are_checked_then_saved_whole(bodil: Member) -> None:
    other = {"full_name": "محمد", "consents": "-"}
    review = key(bodil, SITA, {"full_name": ""}, other)
    assert "Lines without a mistake: 2" in text_of(review)
    assert not Person.objects.exists()
    told = {"do": "save", "rows": review.context["packed"]}
    assert bodil.client.post(PAGE, told).url == PAGE
    agreeing = [
        person.full_name
        for person in Person.objects.order_by("pk")
        if people.consents_to(person, people.Purpose.MATCHING)
    ]
    assert agreeing == ["Sita Gurung"]


def test_a_stack_is_shown_as_it_was_read_saved_and_taken_back(bodil: Member) -> None:
    review = key(bodil, SITA | {"skills": "welding:2", "family": "child:Ram:2015"})
    assert "welding" in text_of(review)
    assert "Ram" in text_of(review)
    told = {"do": "save", "rows": review.context["packed"]}
    saved = bodil.client.post(PAGE, told, follow=True)
    assert "Registered: 2 people." in text_of(saved)
    assert "Take back" in text_of(saved)
    intake = people.Intake.objects.get()
    assert "2 people" in text_of(bodil.client.get(f"{PAGE}{intake.pk}/undo/"))
    assert Person.objects.count() == 2
    undone = bodil.client.post(f"{PAGE}{intake.pk}/undo/", follow=True)
    assert "Taken back: 2 people." in text_of(undone)
    assert "Take back" not in text_of(undone)
    assert not Person.objects.exists()


def test_from_the_check_one_goes_back_to_the_lines_as_they_were_keyed(bodil: Member) -> None:
    review = key(bodil, SITA | {"skills": "welding:2"})
    back = bodil.client.post(PAGE, {"do": "lines", "rows": review.context["packed"]})
    assert back.status_code == 200
    assert 'value="welding:2"' in back.content.decode()
    assert not Person.objects.exists()


def test_who_is_alike_is_shown_before_saving(bodil: Member) -> None:
    register(bodil, full_name="Sita Gurung", birth="1994")
    assert "Perhaps registered already" in text_of(key(bodil, SITA))


def test_every_mistake_is_told_by_line_and_column_and_nothing_is_saved(bodil: Member) -> None:
    wrong = SITA | {"birth": "soon", "consents": "selling"}
    answer = key(bodil, SITA, wrong)
    assert answer.status_code == 422
    shown = text_of(answer)
    assert "2 birth Write the birth date" in shown
    assert "2 consents selling is not a purpose" in shown
    assert answer.content.decode().count('aria-invalid="true"') == 2
    assert 'value="soon"' in answer.content.decode()
    assert not Person.objects.exists()


def test_a_form_entered_twice_is_one_person(bodil: Member) -> None:
    rows = packed([SITA | {"reference": new_reference()}])
    first = bodil.client.post(PAGE, {"do": "save", "rows": rows})
    again = bodil.client.post(PAGE, {"do": "save", "rows": rows})
    assert (first.status_code, again.status_code) == (302, 422)
    assert Person.objects.count() == 1


def test_a_table_is_brought(bodil: Member) -> None:
    file = SimpleUploadedFile("forms.csv", b"full_name,birth\nSita Gurung,1994\n")
    answer = bodil.client.post(PAGE, {"do": "table", "file": file})
    assert "Lines without a mistake: 1" in text_of(answer)
    assert bodil.client.post(PAGE, {"do": "table"}).status_code == 422


@pytest.mark.parametrize("rows", ["", "nonsense", "WzEsIiJd:1abc:zzzz"])
def test_lines_that_were_changed_are_not_saved(bodil: Member, rows: str) -> None:
    answer = bodil.client.post(PAGE, {"do": "save", "rows": rows}, follow=True)
    assert "Enter them again" in text_of(answer)


def test_nothing_keyed_is_told(bodil: Member) -> None:
    assert key(bodil, {"full_name": ""}).status_code == 422


def test_others_find_nothing_there(amina: Member, farid: Member) -> None:
    for member in (amina, farid):
        assert member.client.get(PAGE).status_code == 404


def test_a_centre_enters_forms_without_opening_the_register(centre: Member) -> None:
    register(centre, full_name="Sita Gurung", birth="1994")
    review = key(centre, SITA)
    assert "an officer compares them afterwards" in text_of(review)
    assert "/desk/people/" not in str(review.content).replace("/desk/people/entry", "").replace(
        "/desk/people/add", ""
    )
    told = {"do": "save", "rows": review.context["packed"]}
    assert centre.client.post(PAGE, told).url == PAGE
    added = Person.objects.latest("pk")
    assert (added.full_name, added.user_id) == ("Sita Gurung", None)
    assert people.consents_to(added, people.Purpose.MATCHING)


def test_a_centre_registers_somebody_and_reads_their_reference(centre: Member) -> None:
    said = {"full_name": "Bal Thapa", "consents": ["matching"]}
    answer = centre.client.post("/desk/people/add/", said, follow=True)
    added = Person.objects.get()
    assert added.user_id is None
    assert added.reference_spaced in text_of(answer)
    assert people.consents_to(added, people.Purpose.MATCHING)


def test_the_rest_of_the_register_stays_closed_to_a_centre(centre: Member, amina: Member) -> None:
    her = register(amina)
    desk = text_of(centre.client.get("/desk/"))
    assert "Register somebody" in desk
    closed = ("", f"{her.reference}/", f"{her.reference}/merge/", f"{her.reference}/add/skill/")
    for page in closed:
        assert centre.client.get(f"/desk/people/{page}").status_code == 404
    assert centre.client.get("/desk/verification/").status_code == 404
    consent = f"/desk/people/{her.reference}/consent/alerts/give/"
    assert centre.client.post(consent).status_code == 404
    assert centre.client.get(f"/api/v1/people/{her.reference}").status_code == 404
