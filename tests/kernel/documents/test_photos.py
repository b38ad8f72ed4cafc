"""Photos become one upright document without anything hidden in it."""

from io import BytesIO

import pytest
from PIL import Image
from tests.kernel.documents.files import PDF, picture, upload

from corridor.kernel.documents.api import one_document
from corridor.kernel.documents.errors import (
    Broken,
    Empty,
    Heic,
    MixedPages,
    TooLarge,
    TooManyPages,
    TypeRefused,
)
from corridor.kernel.documents.photos import EDGE_MAX, PHOTO_MAX_BYTES

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def photo(*, turned: int = 1, size: tuple[int, int] = (40, 20)) -> bytes:
    """A JPEG with a red upper half, as a phone writes it: turned, and saying where it was."""
    seen = Image.new("RGB", size, "white")
    seen.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = turned, "Phone"
    exif[GPS] = {1: "N", 2: (27.0, 42.0, 0.0)}
    made = BytesIO()
    seen.save(made, "JPEG", exif=exif, quality=95)
    return made.getvalue()


def test_a_photo_taken_sideways_stands_upright_and_says_nothing_of_the_place() -> None:
    made = one_document([upload("IMG.jpg", photo(turned=6))], name="Licence")
    content = made.read()
    with Image.open(BytesIO(content)) as shown:
        assert shown.size == (20, 40)
        red, _green, blue = shown.getpixel((10, 5))
        assert red > 200
        assert blue < 80
        assert not shown.getexif()
    assert b"Phone" not in content
    assert made.name == "Licence.jpg"


def test_several_pages_become_one_pdf() -> None:
    made = one_document([upload("1.jpg", photo()), upload("2.png", picture())], name="Diploma")
    content = made.read()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") >= 2 or (
        b"/Count 2" in content
    )


def test_a_program_hidden_behind_a_picture_does_not_survive() -> None:
    polyglot = photo() + b"<script>alert(1)</script>PK\x03\x04"
    content = one_document([upload("1.jpg", polyglot)], name="x").read()
    assert b"script" not in content
    assert b"PK\x03\x04" not in content


def test_a_large_photo_is_made_smaller() -> None:
    made = one_document([upload("1.jpg", photo(size=(4000, 3000)))], name="x")
    with Image.open(made) as shown:
        assert max(shown.size) <= EDGE_MAX


def test_transparency_becomes_white() -> None:
    held = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(held, "PNG")
    with Image.open(one_document([upload("1.png", held.getvalue())], name="x")) as shown:
        assert shown.getpixel((0, 0)) == (255, 255, 255)


def test_a_pdf_alone_passes_as_it_is() -> None:
    assert one_document([upload("a.pdf", PDF)], name="x").read() == PDF


@pytest.mark.parametrize(
    ("contents", "error"),
    [
        ([b""], Empty),
        ([b"\0\0\0\x18ftypheic\0\0\0\0mif1"], Heic),
        ([b"MZ\x90\0 a program"], TypeRefused),
        ([photo(size=(800, 600))[:4000]], Broken),
        ([PDF, photo()], MixedPages),
        ([photo()] * 11, TooManyPages),
        ([b"0" * (PHOTO_MAX_BYTES + 1)], TooLarge),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_cannot_be_taken_is_refused(contents: list[bytes], error: type) -> None:
    with pytest.raises(error):
        one_document([upload("x.jpg", each) for each in contents], name="x")
