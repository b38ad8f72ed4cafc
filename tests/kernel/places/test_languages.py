"""Languages by ISO 639."""

from __future__ import annotations

from corridor.kernel.places import api as places


def test_a_language_is_named_in_each_language_of_the_site() -> None:
    assert places.language_name("am", "en") == "Amharic"
    assert places.language_name("am", "fr") == "amharique"
    assert places.language_name("bn", "ar") == "البنغالية"
    assert places.language_name("qqq") == "qqq"


def test_iso_639_3_becomes_639_1_where_there_is_one() -> None:
    assert places.language_code("eng") == "en"
    assert places.language_code("AMH") == "am"
    assert places.language_code("fil") == "fil"
    assert places.is_language("tgl")
    assert not places.is_language("zzz")


def test_the_list_stands_in_the_order_of_names() -> None:
    names = [name for _code, name in places.languages("fr")]
    assert len(names) > 400
    assert names.index("écossais") < names.index("espagnol") or "espagnol" in names
