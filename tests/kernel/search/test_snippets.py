"""Where in a text it was found."""

from __future__ import annotations

from corridor.kernel.search.snippets import snippet


def test_a_snippet_begins_shortly_before_what_was_found() -> None:
    text = " ".join(f"word{n}" for n in range(50)) + " Soudeur " + "after " * 50
    found = snippet(text, ["soudeur"])
    assert str(found).startswith("… word44")
    assert str(found).endswith("…")
    assert ("Soudeur", True) in found.runs


def test_a_snippet_is_escaped_and_marks_what_was_asked() -> None:
    html = snippet("<script>alert(1)</script> <b>welder</b>", ["weld"]).as_html()
    assert "<script>" not in html
    assert "<mark>&lt;b&gt;welder&lt;/b&gt;</mark>" in html


def test_an_arabic_word_is_marked_with_its_article() -> None:
    assert ("اللحام", True) in snippet("خبرة في اللحام", ["لحام"]).runs
