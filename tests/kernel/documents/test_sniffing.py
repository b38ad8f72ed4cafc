import pytest
from tests.kernel.documents.files import PDF, picture

from corridor.kernel.documents.api import FileRefused
from corridor.kernel.documents.sniffing import sniff


def test_the_content_decides_when_the_name_says_nothing() -> None:
    assert sniff(PDF, name="scan") == "application/pdf"
    assert sniff(picture("JPEG"), name="photo") == "image/jpeg"


def test_a_gif_or_tiff_is_not_taken_even_if_the_library_could() -> None:
    for kind in ("GIF", "TIFF"):
        with pytest.raises(FileRefused):
            sniff(picture(kind), name="photo")


def test_a_pdf_hidden_behind_a_picture_is_a_picture_or_nothing() -> None:
    assert sniff(picture() + PDF, name="photo.png") == "image/png"
