"""Days and hours where a session is held, which need not be where the reader is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.places import api as places

SLOTS_MAX = 200


class NoSuchTime(ValueError):
    """The clocks skip that hour on that day; carries the sentence."""

    sentence: StrOrPromise = _("The clocks skip this hour on that day; choose another.")


@cache
def zones() -> tuple[str, ...]:
    """Names of time zones, without the old aliases that hold no slash."""
    return tuple(sorted(name for name in available_timezones() if "/" in name or name == "UTC"))


@cache
def _zones_by_country() -> dict[str, str]:
    """By ISO 3166 alpha-2, the zone most people of a country live in (first in tz's zone.tab)."""
    found: dict[str, str] = {}
    table = resources.files("tzdata") / "zoneinfo" / "zone.tab"
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _coordinates, zone = line.split("\t")[:3]
            found.setdefault(country, zone)
    return found


def zone_of(country: str) -> str | None:
    """The time zone of a country (alpha-3), the most populous where it has several."""
    known = places.Country.objects.filter(alpha3=country).values_list("alpha2", flat=True).first()
    return _zones_by_country().get(known or "")


def is_zone(name: str) -> bool:
    return name in zones()


def moment_at(day: date, hour: time, zone: str) -> datetime:
    """The moment of a wall-clock time there. Where clocks go back, the first of the two.

    Raises NoSuchTime where they skip it.
    """
    local = datetime.combine(day, hour.replace(tzinfo=None), tzinfo=ZoneInfo(zone))
    found = local.astimezone(UTC)
    if found.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchTime
    return found


def times_of_day(
    *,
    day: date,
    begins: time,
    ends: time,
    minutes: int,
    pause_minutes: int = 0,
    breaks: Sequence[tuple[time, time]] = (),
    zone: str,
) -> list[tuple[datetime, datetime]]:
    """A day cut into appointments: none reaches into a break or past the end.

    An `ends` before `begins` lies on the next day. Lengths are of real time, so that an hour in
    which the clocks change is still sixty minutes. Raises NoSuchTime.
    """
    start, stop = moment_at(day, begins, zone), _after(day, begins, ends, zone)
    closed = sorted(
        (_after(day, begins, first, zone, same=True), _after(day, begins, last, zone, same=True))
        for first, last in breaks
    )
    return list(
        _cut(start, stop, timedelta(minutes=minutes), timedelta(minutes=pause_minutes), closed)
    )


def _after(day: date, begins: time, hour: time, zone: str, *, same: bool = False) -> datetime:
    """This hour, on the next day when it lies before the beginning."""
    next_day = hour < begins if same else hour <= begins
    return moment_at(day + timedelta(days=1) if next_day else day, hour, zone)


def _cut(
    start: datetime,
    stop: datetime,
    length: timedelta,
    pause: timedelta,
    closed: Sequence[tuple[datetime, datetime]],
) -> Iterator[tuple[datetime, datetime]]:
    made = 0
    while length and start + length <= stop and made < SLOTS_MAX:
        hit = next(
            (last for first, last in closed if first < start + length and start < last), None
        )
        if hit is not None:
            start = hit
            continue
        yield start, start + length
        start += length + pause
        made += 1


def overlaps(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
