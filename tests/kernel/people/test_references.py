from hypothesis import given
from hypothesis import strategies as st

from corridor.kernel.people.references import (
    ALPHABET,
    is_reference,
    new_reference,
    normalised,
    printed_reference,
    reference_of,
    spaced,
)

REFERENCES = st.integers(0, 31**10 - 1).map(reference_of)


@given(REFERENCES, st.integers(0, 10), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_caught(reference: str, place: int, wrong: str) -> None:
    typed = reference[:place] + wrong + reference[place + 1 :]
    assert is_reference(typed) is (typed == reference)


@given(REFERENCES, st.integers(0, 8), st.integers(1, 9))
def test_every_swap_of_two_characters_is_caught(reference: str, place: int, by: int) -> None:
    other = min(place + by, 9)
    letters = list(reference)
    letters[place], letters[other] = letters[other], letters[place]
    assert is_reference("".join(letters)) is ("".join(letters) == reference)


def test_a_reference_is_read_as_people_type_it() -> None:
    reference = new_reference()
    assert is_reference(normalised(f" {spaced(reference).lower()} "))
    assert normalised("k7m2-oil5 u") == "K7M20115V"
    assert len(spaced(reference)) == 13


def test_a_reference_is_printed_spaced_and_any_other_number_as_it_is() -> None:
    assert printed_reference(reference_of(12)) == spaced(reference_of(12))
    assert printed_reference("W-17") == "W-17"
