import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from corridor.kernel.accounts.adapter import SecondFactorAdapter
from corridor.kernel.accounts.sealing import seal, unseal


@given(text=st.text(max_size=200))
def test_what_is_sealed_can_be_read_again_and_only_then(text: str) -> None:
    sealed = seal(text, purpose="test")
    assert unseal(sealed, purpose="test") == text
    assert seal(text, purpose="test") != sealed


def test_another_purpose_another_secret_or_a_changed_letter_opens_nothing(settings) -> None:
    sealed = seal("JBSWY3DPEHPK3PXP", purpose="test")
    with pytest.raises(InvalidTag):
        unseal(sealed, purpose="other")
    changed = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    with pytest.raises(InvalidTag):
        unseal(changed, purpose="test")
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "another secret, made longer than thirty-two letters"
    with pytest.raises(InvalidTag):
        unseal(sealed, purpose="test")
    settings.SECRET_KEY_FALLBACKS = [old]
    assert unseal(sealed, purpose="test") == "JBSWY3DPEHPK3PXP"


def test_the_keys_of_apps_are_sealed_at_rest() -> None:
    adapter = SecondFactorAdapter()
    kept = adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in kept
    assert adapter.decrypt(kept) == "JBSWY3DPEHPK3PXP"
