import pytest

from corridor.kernel.messaging.api import Channel
from corridor.kernel.messaging.texts import render, sms_segments

FACTS = {"name": "Aurora & Co", "hour": "08:15"}


def test_a_letter_has_a_subject_and_a_text_and_nothing_is_escaped() -> None:
    text = render("ferries/leaving", FACTS, channel=Channel.EMAIL, language="en")
    assert text.subject == "Your ferry Aurora & Co"
    assert text.body == "It leaves at 08:15."


def test_a_file_for_one_language_is_taken_first() -> None:
    text = render("ferries/leaving", FACTS, channel=Channel.EMAIL, language="ar")
    assert text.subject == "عبّارتك Aurora & Co"


def test_a_subject_stays_on_one_line_whatever_a_name_contains() -> None:
    facts = {**FACTS, "name": "A\r\nBcc: everyone@example.org"}
    text = render("ferries/leaving", facts, channel=Channel.EMAIL, language="en")
    assert "\n" not in text.subject
    assert "\r" not in text.subject


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ش" * 70, 1),
        ("ش" * 71, 2),
        ("ش" * 135, 3),
    ],
)
def test_sms_parts_are_counted_as_carriers_bill_them(text: str, segments: int) -> None:
    # 3GPP TS 23.038: 160 or 153 septets, 70 or 67 UCS-2 characters.
    assert sms_segments(text) == segments
