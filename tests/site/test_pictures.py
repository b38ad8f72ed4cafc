"""Pictures of quantities along a line, each with its table."""

from __future__ import annotations

from datetime import date
from statistics import median

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from corridor.site import pictures


def drawn(tag: str, **context) -> BeautifulSoup:
    text = Template("{% load ui %}" + tag).render(Context(context))
    return BeautifulSoup(text, "html.parser")


def test_the_quarters_of_a_spread_are_those_of_the_values() -> None:
    # NIST/SEMATECH e-Handbook 7.2.6.2, method R7 as R and spreadsheets use it.
    values = [95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.0610, 95.1591, 95.1195, 95.1065,
              95.0925, 95.1990, 95.1682]  # fmt: skip
    found = pictures.spread(values)
    assert found is not None
    assert found.median == pytest.approx(median(values))
    assert found.three_quarters == pytest.approx(95.1813, abs=1e-4)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=80))
def test_a_spread_stays_in_its_order_and_its_frame(values: list[int]) -> None:
    found = pictures.spread(values)
    assert found is not None
    assert found.least <= found.quarter <= found.median <= found.three_quarters <= found.most
    places = [float(place) for place in (*found.whisker, found.middle, *found.dots)]
    assert all(0 <= place <= 100 for place in places)
    assert float(found.box[1]) >= 0


def test_a_spread_tells_its_figures_in_words_and_in_a_table() -> None:
    page = drawn('{% spread "Days" values "days" %}', values=[10, 20, 30, 40])
    assert "Half took 25 days or less; the shortest 10, the longest 40." in " ".join(
        page.p.text.split()
    )
    cells = [cell.text for cell in page.select("td")]
    assert cells == ["10", "17.5", "25", "32.5", "40", "4"]
    assert page.svg["aria-hidden"] == "true"


def test_nothing_to_draw_says_so_in_each_picture() -> None:
    for tag in (
        '{% spread "T" nothing "days" %}',
        '{% months "T" nothing "People" %}',
        '{% bars "T" nothing %}',
        '{% stages "T" nothing %}',
    ):
        assert "Nothing to show yet." in drawn(tag, nothing=[]).text


@pytest.mark.parametrize(
    ("value", "top"), [(0, 4), (3, 4), (5, 8), (9, 12), (59, 60), (60, 60), (61, 80), (1700, 2000)]
)
def test_the_end_of_a_scale_is_round(value: float, top: float) -> None:
    assert pictures.rounded_up(value) == top


def test_months_stand_in_the_order_of_time() -> None:
    page = drawn(
        '{% months "M" values "People" %}',
        values=[(date(2026, 2, 1), 8), (date(2026, 1, 1), 2)],
    )
    assert [cell.text for cell in page.select("tbody th")] == ["January 2026", "February 2026"]
    assert [cell.text for cell in page.select("td")] == ["2", "8"]
    high, low = (float(dot["cy"]) for dot in reversed(page.select(".dot")))
    assert high < low
    assert len(page.select(".stroke")) == 1


def test_in_arabic_time_runs_from_the_right() -> None:
    values = [(date(2026, month, 1), month) for month in range(1, 13)]
    english = drawn('{% months "M" values "People" %}', values=values)
    with override("ar"):
        arabic = drawn('{% months "M" values "People" %}', values=values)
    first, mirrored = english.select_one(".dot"), arabic.select_one(".dot")
    assert float(first["cx"].rstrip("%")) + float(mirrored["cx"].rstrip("%")) == 100
    assert len(english.select(".plot text")) == 1 + pictures.LABELS_MOST


def test_bars_are_shares_of_the_largest_and_may_lead_somewhere() -> None:
    page = drawn('{% bars "B" rows %}', rows=[("Nurses", 20, "/x"), ("Cooks", 5)])
    assert [bar["width"] for bar in page.select("rect")] == ["100.00%", "25.00%"]
    assert page.a["href"] == "/x"


def test_a_stage_is_a_share_of_the_one_before_and_of_the_first() -> None:
    rows = [("Applied", 200), ("Eligible", 50), ("Placed", 0), ("Offered", 0)]
    page = drawn('{% stages "S" rows %}', rows=rows)
    cells = [[cell.text for cell in row.select("td")] for row in page.select("tbody tr")]
    assert cells == [
        ["200", "–", "100%"],
        ["50", "25%", "25%"],
        ["0", "0%", "0%"],
        ["0", "–", "0%"],
    ]
