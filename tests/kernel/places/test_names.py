"""A name in the reader's language, or the next best."""

from __future__ import annotations

from django.utils import translation

from corridor.kernel.places.names import in_language, spoken


def test_a_name_falls_back_to_english_then_to_any() -> None:
    names = {"en": "Egypt", "fr": "Égypte"}
    assert in_language(names, "fr-CA") == "Égypte"
    assert in_language(names, "es") == "Egypt"
    assert in_language({"ar": "مصر"}, "es") == "مصر"
    assert in_language({}, "es") == ""


def test_without_a_language_it_is_that_of_the_page() -> None:
    with translation.override("ar"):
        assert spoken() == "ar"
    with translation.override(None):
        assert spoken() == "en"
