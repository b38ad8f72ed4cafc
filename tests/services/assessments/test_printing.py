"""The attendance list: tagged, without anything sensitive."""

from __future__ import annotations

import io

import pypdf
from django.utils import translation
from tests.services.assessments.world import book, invite

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import printing


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_list_names_those_with_a_place(
    session: assessments.Session, her: people.Person, him: people.Person
) -> None:
    candidate, _invited = invite(session, her, him)
    book(candidate)
    pdf = printing.attendance(session, named=True, page="/x/")
    said = text_of(pdf)
    assert her.reference_spaced in said
    assert "Amina Rahmani" in said
    assert "Dawit" not in said
    assert "amina@example.org" not in said
    assert pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_without_leave_there_are_no_names(session: assessments.Session, her: people.Person) -> None:
    book(invite(session, her)[0])
    said = text_of(printing.attendance(session, named=False, page="/x/"))
    assert "Rahmani" not in said
    assert her.reference_spaced in said


def test_an_empty_list_says_so_also_in_arabic(session: assessments.Session) -> None:
    assert "Nobody has a place yet." in text_of(
        printing.attendance(session, named=True, page="/x/")
    )
    with translation.override("ar"):
        assert printing.attendance(session, named=True, page="/x/").startswith(b"%PDF")
    assert "<svg" in printing.code_of("T7")
