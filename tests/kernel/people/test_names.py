import pytest

from corridor.kernel.people.names import likeness, search_key, tidy_name


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Émile  MÜLLER", "emile muller"),
        ("Nguyễn Văn A", "nguyen van a"),
        ("Đặng Thị Hà", "dang thi ha"),
        ("أحمد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("O'Brien-Łęcki", "o brien lecki"),
        ("सीता", search_key("सीता")),
    ],
)
def test_a_name_is_found_without_case_accents_or_letter_variants(written: str, found: str) -> None:
    assert search_key(written) == found
    assert search_key(written) != ""


def test_marks_that_only_steer_direction_are_taken_off() -> None:
    assert tidy_name("\u202bفاطمة\u202c  الزهراء ") == "فاطمة الزهراء"


def test_the_order_of_words_does_not_matter_and_strangers_are_unlike() -> None:
    assert likeness("Rahmani Amina", "Amina Rahmani") == 1.0
    assert likeness("Mohammed Ali", "Mohamed Aly") > 0.82
    assert likeness("Amina Rahmani", "Bodil Jensen") < 0.6
    assert likeness("", "Amina") == 0.0
