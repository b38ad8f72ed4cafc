import pytest

from corridor.kernel.accounts.errors import LanguageUnknown, NameTooLong
from corridor.kernel.accounts.names import checked_language, checked_name


@pytest.mark.parametrize("name", ["أمينة", "Sukarno", "می‌خواهم", "O'Brien-Ñandú", ""])
def test_a_name_is_kept_as_given(name: str) -> None:
    assert checked_name(name) == name


def test_only_the_unseen_goes() -> None:
    assert checked_name("  Amina \t bint\nKhalid ") == "Amina bint Khalid"
    assert checked_name("Amina\u202ednas\u0000") == "Aminadnas"


def test_a_name_of_ten_thousand_characters_is_refused_with_the_facts() -> None:
    with pytest.raises(NameTooLong) as refusal:
        checked_name("x" * 10_000)
    assert "10000 characters; at most 200" in str(refusal.value)


def test_only_languages_spoken_here_are_kept() -> None:
    assert checked_language("ar") == "ar"
    with pytest.raises(LanguageUnknown):
        checked_language("tlh")
