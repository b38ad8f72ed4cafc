"""The form on paper, in four languages."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.cast import Member

from corridor.kernel.actors.api import Refused
from corridor.kernel.people.paper import paper_form
from corridor.kernel.people.references import is_reference, normalised


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_it_is_a_tagged_pdf_in_its_language(bodil: Member, language: str) -> None:
    made = paper_form(actor=bodil.actor, language=language)
    assert made.startswith(b"%PDF-")
    assert f"/Lang({language})".encode() in made
    assert b"/MarkInfo" in made
    assert len(PdfReader(BytesIO(made)).pages) == 2, "one sheet, both sides"


def test_every_form_has_a_number_of_its_own(bodil: Member, monkeypatch) -> None:
    from corridor.kernel.people import paper

    drawn: list[str] = []
    keep = paper._qr
    monkeypatch.setattr(paper, "_qr", lambda number: drawn.append(number) or keep(number))
    for _form in range(2):
        paper_form(actor=bodil.actor, language="en")
    assert len(set(drawn)) == 2
    assert all(is_reference(normalised(number)) for number in drawn)


def test_only_who_registers_others_prints_it(amina: Member) -> None:
    with pytest.raises(Refused):
        paper_form(actor=amina.actor, language="en")


def test_it_is_printed_from_the_desk(bodil: Member) -> None:
    answer = bodil.client.get("/desk/people/paper/ar/")
    assert answer["Content-Type"] == "application/pdf"
    assert re.match(rb"%PDF-", answer.content)
    assert bodil.client.get("/desk/people/paper/xx/").status_code == 404
