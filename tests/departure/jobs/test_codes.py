from corridor.departure.jobs import codes


def test_countries_are_the_249_of_iso_3166_and_little_else() -> None:
    found = codes.countries()
    assert {"QAT", "DEU", "ETH", "PHL", "GBR", "SSD"} <= found
    assert "ZZZ" not in found
    assert 249 <= len(found) <= 260


def test_minor_units_follow_iso_4217() -> None:
    units = {code: codes.minor_units(code) for code in ("EUR", "JPY", "KWD")}
    assert units == {"EUR": 100, "JPY": 1, "KWD": 1000}


def test_levels_of_a_language_go_from_a1_to_c2_and_back() -> None:
    assert [codes.level_of(name) for name in ("A1", "B2", "C2", "D1")] == [1, 4, 6, None]
    assert [codes.level_name(level) for level in (0, 1, 6)] == ["", "A1", "C2"]
