"""A document by photo, on her phone."""

import pytest
from tests.cast import Member
from tests.kernel.documents.files import PDF, picture, upload
from tests.kernel.people.test_views import text_of
from tests.kernel.people.world import say

from corridor.kernel.people import api as people
from corridor.kernel.people.models import Claim


@pytest.fixture
def claim(amina: Member, her: people.Person) -> Claim:
    return say(amina, her, "licence", label="Forklift")


@pytest.fixture
def page(claim: Claim) -> str:
    return f"/me/profile/{claim.pk}/photo/"


def test_it_says_who_will_see_it(amina: Member, page: str) -> None:
    shown = text_of(amina.client.get(page))
    assert "No employer and nobody else" in shown


def test_several_pages_become_one_document(amina: Member, page: str, claim: Claim) -> None:
    pages = [upload(f"{n}.jpg", picture("JPEG")) for n in range(2)]
    answer = amina.client.post(page, {"chosen": pages})
    assert answer.url == "/me/start/documents/"
    claim.refresh_from_db()
    assert claim.evidence is not None
    assert claim.evidence.media_type == "application/pdf"
    assert "A new document takes its place" in text_of(amina.client.get(page))


def test_pressing_twice_leaves_one_document(amina: Member, page: str, claim: Claim) -> None:
    from corridor.kernel.documents.api import documents_of

    for _click in range(2):
        amina.client.post(page, {"taken": upload("one.jpg", picture("JPEG"))})
    assert documents_of(f"people.Person:{claim.person_id}").count() == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("big.jpg", b"\xff\xd8" + b"0" * (40 * 1024 * 1024), "at most 20 MB"),
        ("photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        ("empty.jpg", b"", "empty"),
        ("page.html", b"<html><script>alert(1)</script>", "not a PDF"),
    ],
)
def test_what_cannot_be_taken_is_told_and_nothing_is_kept(
    amina: Member, page: str, claim: Claim, name: str, content: bytes, sentence: str
) -> None:
    answer = amina.client.post(page, {"chosen": [upload(name, content)]})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    claim.refresh_from_db()
    assert claim.evidence is None


def test_another_cannot_attach_to_hers(dawit: Member, bodil: Member, page: str) -> None:
    for member in (dawit, bodil):
        assert member.client.post(page, {"chosen": [upload("a.pdf", PDF)]}).status_code == 404
