"""Figures of the look: a picture with its table behind it."""

from __future__ import annotations

from tests.site.test_ui import drawn


def test_a_score_shows_its_reasons_in_words() -> None:
    reasons = [{"label": "Language", "outcome": "missing", "points": 0, "points_most": 30}]
    page = drawn("{% score 62 100 reasons %}", reasons=reasons)
    assert "62 of 100" in " ".join(page.text.split())
    assert "(missing)" in page.text
    assert page.select_one("svg[aria-hidden=true] rect")["width"] == "62.00%"


def test_the_reasons_of_a_score_are_counted_and_folded_until_asked_for() -> None:
    reasons = [{"label": "Age", "outcome": kind} for kind in ("met", "met", "near")]
    page = drawn("{% score 62 100 reasons %}", reasons=reasons)
    assert " ".join(page.summary.text.split()) == "2 met · 1 near · 0 missing"
    assert not page.details.has_attr("open")
    assert drawn("{% score 62 100 reasons open=True %}", reasons=reasons).details.has_attr("open")
    assert not drawn("{% score 62 100 %}").select("details")


def test_a_funnel_has_its_table_behind_it() -> None:
    page = drawn('{% funnel "Left" 100 falls %}', falls=[("Language", 40)])
    cells = [[cell.text.strip() for cell in row.select("td")] for row in page.select("tbody tr")]
    assert cells == [["0", "100"], ["40", "60"]]
