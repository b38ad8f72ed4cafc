import pytest

from corridor.kernel.accounts.contacts import Contact, read_contact, read_email, read_phone
from corridor.kernel.accounts.errors import ContactUnreadable


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+254 712 345 678", "+254712345678"),
        ("00254712345678", "+254712345678"),
        ("+٢٥٤ ٧١٢ ٣٤٥ ٦٧٨", "+254712345678"),
        ("+33 (0)6 12 34 56 78", "+33612345678"),
        ("+1", None),
        ("hello", None),
        ("0712345678", None),
    ],
)
def test_numbers_are_read_in_any_writing(typed: str, number: str | None) -> None:
    assert read_phone(typed) == number


def test_a_country_may_be_assumed(settings) -> None:
    settings.CORRIDOR_PHONE_COUNTRY = "KE"
    assert read_phone("0712 345 678") == "+254712345678"


def test_an_address_is_kept_in_lower_case() -> None:
    assert read_email(" Amina@Example.org ") == "amina@example.org"
    assert read_email("amina@") is None
    assert read_email(f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.org") is None


def test_one_text_is_one_of_the_two() -> None:
    assert read_contact("amina@example.org") == Contact(email="amina@example.org")
    assert str(read_contact("+254712345678")) == "+254712345678"
    with pytest.raises(ContactUnreadable) as refusal:
        read_contact("amina")
    assert "country code" in str(refusal.value)
