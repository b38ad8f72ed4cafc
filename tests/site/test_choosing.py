"""Lists of choices are written as Django's own templates write them."""

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Select, SelectMultiple
from django.test.html import parse_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from corridor.site.choosing import Renderer

GROUPED = [
    ("", "---"),
    ("Asia", [("NPL", "Nepal"), ("x\"'<>&", "<b>bold & 'quoted'</b>")]),
    (7, gettext_lazy("Home")),
    ("safe", mark_safe("R&amp;D")),
]


@pytest.mark.parametrize("kind", [Select, SelectMultiple])
@pytest.mark.parametrize("value", [None, "NPL", ["NPL", "7"], "x\"'<>&"])
@pytest.mark.parametrize("attributes", [{}, {"required": True, "disabled": False, "title": 'a"b'}])
def test_the_html_is_that_of_the_template(
    kind: type[Select], value: object, attributes: dict[str, object]
) -> None:
    widget = kind(choices=GROUPED)
    ours, theirs = (
        widget.render('a"b', value, attributes, renderer)
        for renderer in (Renderer(), TemplatesSetting())
    )
    assert parse_html(ours) == parse_html(theirs)
    assert "<b>" not in ours


class Starred(Select):
    option_template_name = "ui/field.html"


def test_a_widget_with_options_of_its_own_keeps_its_template(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def render(_self: TemplatesSetting, name: str, *_rest: object) -> str:
        asked.append(name)
        return ""

    monkeypatch.setattr(TemplatesSetting, "render", render)
    Starred(choices=GROUPED).render("name", None, renderer=Renderer())
    assert asked == ["django/forms/widgets/select.html"]


def test_the_site_renders_its_forms_so() -> None:
    assert isinstance(forms.Form().renderer, Renderer)
