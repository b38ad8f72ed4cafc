"""Numbers, days and money as each language writes them (CLDR through Babel), digits included."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache

from babel import Locale
from babel import dates as babel_dates
from babel import numbers as babel_numbers
from django.utils import timezone
from django.utils.translation import get_language

from corridor.kernel.script import in_digits

# Day before month in English; Arabic in its own digits: our readers are not in one country.
LOCALES = {"en": "en-GB", "ar": "ar-EG"}


@cache
def locale_of(language: str) -> Locale:
    return Locale.parse(LOCALES.get(language, language), sep="-")


def here() -> Locale:
    """The locale of the language now spoken."""
    return locale_of(get_language() or "en")


def number(value: int | float | Decimal | None, places: int | None = None) -> str:
    """A number with its language's grouping; `places` fixes the decimals. None is a dash."""
    if value is None:
        return "–"
    pattern = None if places is None else "#,##0" + ("." + "0" * places if places else "")
    return in_digits(
        babel_numbers.format_decimal(
            value, format=pattern, locale=here(), numbering_system="default"
        )
    )


def percent(share: float | Decimal | None, places: int = 0) -> str:
    """A share from 0 to 1 as a percentage."""
    if share is None:
        return "–"
    pattern = "#,##0" + ("." + "0" * places if places else "") + "%"
    if here().language in {"fr", "es"}:
        pattern = pattern.replace("%", "\u00a0%")
    return in_digits(
        babel_numbers.format_percent(
            share, format=pattern, locale=here(), numbering_system="default"
        )
    )


def money(minor: int | None, currency: str) -> str:
    """An amount in minor units (cents, fils) of an ISO 4217 currency, in that currency's places."""
    if minor is None:
        return "–"
    from moneyed import get_currency

    unit = get_currency(currency)
    amount = Decimal(minor) / Decimal(unit.sub_unit)
    places = len(str(unit.sub_unit)) - 1
    pattern = "¤\u00a0#,##0" if here().language in {"en", "ar"} else "#,##0\u00a0¤"
    if places:
        pattern = pattern.replace("#,##0", "#,##0." + "0" * places)
    return in_digits(
        babel_numbers.format_currency(
            amount,
            currency,
            format=pattern.replace("¤", "¤¤"),
            locale=here(),
            currency_digits=False,
            numbering_system="default",
        )
    )


def day(value: date | None) -> str:
    """A date in words: 23 November 2026."""
    if value is None:
        return "–"
    return in_digits(babel_dates.format_date(value, format="long", locale=here()))


def moment(value: datetime | None) -> str:
    """A date and time in the reader's time zone."""
    if value is None:
        return "–"
    if timezone.is_aware(value):
        value = timezone.localtime(value)
    date_text = babel_dates.format_date(value, format="medium", locale=here())
    clock = babel_dates.format_time(value, format="HH:mm", locale=here())
    return in_digits(f"{date_text} {clock}")
