"""Wall-clock times elsewhere: midnight, and the nights on which clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from corridor.services.assessments import times


def test_half_past_eleven_at_night_is_another_day_elsewhere() -> None:
    moment = times.moment_at(date(2027, 3, 10), time(23, 30), "America/New_York")
    assert moment == datetime(2027, 3, 11, 4, 30, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_does_not_exist() -> None:
    with pytest.raises(times.NoSuchTime):
        times.moment_at(date(2027, 3, 28), time(2, 30), "Europe/Berlin")


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    moment = times.moment_at(date(2027, 10, 31), time(2, 30), "Europe/Berlin")
    assert moment == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_day_is_cut_around_its_breaks() -> None:
    cut = times.times_of_day(
        day=date(2027, 3, 10),
        begins=time(9),
        ends=time(12),
        minutes=30,
        pause_minutes=10,
        breaks=[(time(10), time(10, 30))],
        zone="Asia/Kathmandu",
    )
    local = [one.astimezone(times.ZoneInfo("Asia/Kathmandu")).strftime("%H:%M") for one, _ in cut]
    assert local == ["09:00", "10:30", "11:10"]


def test_a_night_in_which_clocks_change_keeps_its_minutes() -> None:
    cut = times.times_of_day(
        day=date(2027, 3, 27), begins=time(23), ends=time(4), minutes=60, zone="Europe/Berlin"
    )
    assert len(cut) == 4  # five by the clock on the wall, of which one is skipped
    assert all((last - first).seconds == 3600 for first, last in cut)


def test_names_of_zones_are_known() -> None:
    assert times.is_zone("Asia/Kathmandu")
    assert times.is_zone("UTC")
    assert not times.is_zone("Atlantis/Capital")


def test_touching_is_not_overlapping() -> None:
    nine, ten, noon = (datetime(2027, 3, 10, hour, tzinfo=UTC) for hour in (9, 10, 12))
    assert not times.overlaps((nine, ten), (ten, noon))
    assert times.overlaps((nine, noon), (ten, noon))


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("QAT", "Asia/Qatar"),
        ("DEU", "Europe/Berlin"),
        ("ESP", "Europe/Madrid"),
        ("MYS", "Asia/Kuala_Lumpur"),
        ("", None),
        ("ZZZ", None),
    ],
)
def test_a_country_has_the_clock_that_most_of_it_lives_by(
    starter: None, country: str, zone: str | None
) -> None:
    assert times.zone_of(country) == zone
    assert zone is None or times.is_zone(zone)
