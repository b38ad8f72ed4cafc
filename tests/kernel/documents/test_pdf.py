from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from corridor.kernel.documents.api import pdf


def template(tmp_path: Path) -> Path:
    path = tmp_path / "letter.typ"
    path.write_text("= #data.heading\n#data.text\n", encoding="utf-8")
    return path


def test_a_letter_is_a_tagged_pdf_in_its_language(tmp_path: Path) -> None:
    made = pdf(
        template(tmp_path),
        data={"heading": "Profile of Amina", "text": "Welder"},
        title="Profile",
        language="en",
    )
    reader = PdfReader(BytesIO(made))
    assert "Profile of Amina" in reader.pages[0].extract_text()
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_what_a_person_typed_is_text_and_never_code(tmp_path: Path) -> None:
    hostile = '#read("/etc/passwd") #panic("x")'
    made = pdf(template(tmp_path), data={"heading": "A", "text": hostile}, title="A", language="en")
    assert "panic" in PdfReader(BytesIO(made)).pages[0].extract_text()


def test_arabic_is_set_from_the_other_side(tmp_path: Path) -> None:
    made = pdf(
        template(tmp_path), data={"heading": "الملف", "text": "لحام"}, title="الملف", language="ar"
    )
    assert PdfReader(BytesIO(made)).trailer["/Root"]["/Lang"] == "ar"
