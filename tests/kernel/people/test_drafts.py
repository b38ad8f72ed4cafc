import pytest
from freezegun import freeze_time
from tests.kernel.people.world import draft

from corridor.kernel.people.api import Unreadable


def test_one_word_is_a_name_and_so_is_a_name_from_the_right() -> None:
    assert draft(full_name="Suharto").full_name == "Suharto"
    assert draft(full_name="  محمد   الأمين ").full_name == "محمد الأمين"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("x" * 10_000, "at most 200 characters; this has 10000"),
        ("   ", "one word is enough"),
        ("12345", "at least one letter"),
        ("Amina\x00", "cannot be printed"),
    ],
)
def test_what_is_no_name_is_refused(name: str, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        draft(full_name=name)


@pytest.mark.parametrize(
    ("birth", "columns"),
    [
        ("", (None, None, None)),
        ("1987", (1987, None, None)),
        ("1987-03", (1987, 3, None)),
        ("1987-03-12", (1987, 3, 12)),
    ],
)
def test_a_birth_date_may_be_only_a_year(birth: str, columns: tuple) -> None:
    fields = draft(birth=birth).fields()
    assert (fields["birth_year"], fields["birth_month"], fields["birth_day"]) == columns


@freeze_time("2026-11-23")
@pytest.mark.parametrize("birth", ["1987-02-30", "2026-11-24", "1850", "12/03/1987", "0000"])
def test_an_impossible_birth_date_is_refused(birth: str) -> None:
    with pytest.raises(Unreadable, match="birth"):
        draft(birth=birth)


def test_every_problem_is_told_at_once_and_by_field() -> None:
    with pytest.raises(Unreadable) as refusal:
        draft(full_name="", birth="soon", phone="12", email="at home", nationality="Nepal")
    fields = {problem.field for problem in refusal.value.problems}
    assert fields == {"full_name", "birth", "phone", "email", "nationality"}
    assert refusal.value.facts["problems"][0]["sentence"]


def test_a_phone_number_is_kept_in_international_form() -> None:
    assert draft(phone="+977 980-1234567").phone == "+9779801234567"
