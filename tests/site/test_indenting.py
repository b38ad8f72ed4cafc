"""Templates lose their indentation, values keep theirs."""

from __future__ import annotations

from pathlib import Path

from django.template import Origin
from django.template.loader import get_template
from django.test import Client

from corridor.site.indenting import AppLoader, SiteLoader, without_indentation


def test_pages_carry_no_indentation(db: None, visitor: Client) -> None:
    lines = visitor.get("/help/").content.decode().splitlines()
    assert [line for line in lines if line.startswith((" ", "\t"))] == []


def test_lines_stay_where_they_are() -> None:
    template = get_template("base.html").template
    file = Path(template.origin.name).read_text(encoding="utf-8")
    assert template.source.count("\n") == file.count("\n")


def test_a_text_message_keeps_its_spaces() -> None:
    text = "Hello\n  there"
    assert without_indentation(Origin("x", template_name="note.txt"), text) == text
    assert without_indentation(Origin("x", template_name="note.html"), text) == "Hello\nthere"


def test_both_loaders_drop_it() -> None:
    engine = get_template("base.html").template.engine
    assert {type(one) for one in engine.template_loaders[0].loaders} == {SiteLoader, AppLoader}


def test_what_people_wrote_keeps_its_spaces() -> None:
    found = get_template("ui/summary_list.html").render({"rows": [("Note", "one\n   two")]})
    assert "one\n   two" in found
