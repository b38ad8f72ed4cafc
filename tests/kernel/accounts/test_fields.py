import pytest
from django import forms

from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.accounts.fields import ContactField, PhoneField


def test_a_phone_is_cleaned_to_its_international_form() -> None:
    assert PhoneField().clean("+254 712-345-678") == "+254712345678"
    assert PhoneField(required=False).clean("") == ""
    with pytest.raises(forms.ValidationError, match="not a phone number"):
        PhoneField().clean("amina")


def test_one_field_takes_either() -> None:
    assert ContactField().clean("Amina@Example.org") == Contact(email="amina@example.org")
    assert ContactField().clean("+254712345678") == Contact(phone="+254712345678")
    assert ContactField(required=False).clean("") is None


def test_ten_thousand_characters_are_refused() -> None:
    with pytest.raises(forms.ValidationError, match="at most 254"):
        ContactField().clean("a" * 10_000 + "@example.org")
