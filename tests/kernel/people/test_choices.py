from django.utils import translation

from corridor.kernel.people import choices
from corridor.kernel.people.kinds import Cefr


def test_choices_are_in_the_readers_language(starter) -> None:
    with translation.override("fr"):
        assert ("DEU", "Allemagne") in choices.countries()
        assert dict(choices.languages())["de"] == "allemand"
    with translation.override("es"):
        assert dict(choices.languages())["de"] == "alemán"
    assert len(choices.occupation_groups()) == 10
    assert "USD" in dict(choices.currencies())


def test_levels_are_those_of_the_kinds() -> None:
    assert [code for code, _label in choices.CEFR] == [level.name for level in Cefr]
    assert len(choices.eqf()) == 8
