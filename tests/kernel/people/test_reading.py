import pytest
from django.utils import translation

from corridor.kernel.people.api import Unreadable, read
from corridor.kernel.people.kinds import Skill, Wish
from corridor.kernel.people.reading import SENTENCES


def test_empty_text_means_nothing_was_said() -> None:
    assert read(Skill, {"label": "Welding", "level": "", "esco": None}).level is None


def test_a_number_written_as_text_is_read() -> None:
    assert read(Skill, {"label": "Welding", "level": "3"}).level == 3


def test_problems_carry_field_and_sentence_for_machines() -> None:
    with pytest.raises(Unreadable) as refusal:
        read(Wish, {"country": "Qatar", "isco": "99999"})
    assert {each["field"] for each in refusal.value.facts["problems"]} == {"country", "isco"}
    assert refusal.value.status == 422


def test_sentences_can_be_filled() -> None:
    facts = {"max_length": 1, "ge": 1, "le": 1, "expected": "", "most": 1, "length": 1}
    with translation.override("en"):
        assert all("%(" not in str(sentence) % facts for sentence in SENTENCES.values())
