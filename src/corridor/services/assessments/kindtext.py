"""A kind as TOML text: how the starter file, the desk and the command line write it."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.services.assessments.drafts import KindDraft
from corridor.services.assessments.kinds import AssessmentKind
from corridor.services.assessments.starter import draft_of

EXAMPLE = """code = "trade-cook"
method = "trade"
titles = { en = "Trade test: cook" }
pass = 60
gap = 25
valid_months = 24
retake_days = 30
four_eyes = true
source = "Where the sheet and the marks come from"
source_checked = true
supports = { kind = "skill", label = "Cooking, tested", level = 2 }
sheet = [
  { code = "hygiene", scale_max = 10, weight = 2, pass_mark = 6, text = { en = "Hygiene" } },
  { code = "dish", scale_max = 20, weight = 3, text = { en = "The dish" } },
]
"""
PLAIN = (
    *("valid_months", "four_eyes", "retake_days", "objection_days", "reply_days", "source"),
    *("source_checked", "is_offered"),
)


class KindUnreadable(ValueError):
    """The text is no kind; says where."""


def read(text: str) -> KindDraft:
    """The draft a text writes. Raises KindUnreadable."""
    try:
        return draft_of(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise KindUnreadable(str(error)) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KindUnreadable(f"{type(error).__name__}: {error}") from error


def written(kind: AssessmentKind) -> str:
    """The text that gives this kind again."""
    lines = [f"code = {toml(kind.code)}", f"method = {toml(kind.method)}"]
    lines += [f"titles = {toml(kind.titles)}"]
    lines += [f"pass = {kind.pass_share / 100:g}", f"gap = {kind.gap_share / 100:g}"]
    for name in PLAIN:
        value = getattr(kind, name)
        if value is not None:
            lines.append(f"{name} = {toml(value)}")
    if kind.supports:
        lines.append(f"supports = {toml(kind.supports)}")
    if kind.levels:
        levels = [{"from": one["from"] / 100, "level": one["level"]} for one in kind.levels]
        lines.append(f"levels = {rows(levels)}")
    lines.append(f"sheet = {rows(kind.sheet)}")
    return "\n".join(lines) + "\n"


def rows(values: list[dict[str, Any]]) -> str:
    return "[\n" + "".join(f"  {toml(one)},\n" for one in values) + "]"


def toml(value: Any) -> str:
    """A plain value as TOML on one line; what is None is left out."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        inside = [f"{name} = {toml(one)}" for name, one in value.items() if one is not None]
        return "{ " + ", ".join(inside) + " }"
    if isinstance(value, float):
        return f"{value:g}"
    return json.dumps(value, ensure_ascii=False)


class KindForm(forms.Form):
    text = forms.CharField(
        label=_("The kind"),
        max_length=40_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "dir": "ltr"}),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if "text" in said:
            try:
                said["draft"] = read(said["text"])
            except KindUnreadable as error:
                self.add_error("text", str(error))
        return said
