"""Kinds of assessment to begin from, each with where its figures come from."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.services.assessments.acts.keep_kind import keep_kind
from corridor.services.assessments.drafts import KindDraft
from corridor.services.assessments.models import AssessmentKind
from corridor.services.assessments.sheet import lines_of

FILE = Path(__file__).parent / "facts" / "kinds.toml"


@places.loader(
    "starter-assessments",
    title=gettext_lazy("Starter assessments: trade tests, language tests, interviews"),
    source="Council of Europe (CEFR); EPS as described by HRD Korea, to be checked by the office",
    licence="CC0-1.0",
    attribution="",
    needs_path=False,
)
def prepare(path: Path | None, progress: places.Progress) -> places.Prepared:
    """Ready at once; kinds that are here already stay as the office made them."""
    drafts = [draft_of(one) for one in read(FILE.read_text(encoding="utf-8"))]

    def write(progress: places.Progress) -> dict[str, int]:
        known = set(AssessmentKind.objects.values_list("code", flat=True))
        new = [draft for draft in drafts if draft.code not in known]
        for draft in new:
            keep_kind(actor=COMMAND_LINE, draft=draft)
        return {"kinds": len(drafts)}

    return places.Prepared(version="2026-11", sha256=places.checksum([FILE]), write=write)


def read(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(text)["kinds"]
    return found


def draft_of(given: Mapping[str, Any]) -> KindDraft:
    """One entry of the file. Shares stand there in percent."""
    values = dict(given)
    for name in ("pass", "gap"):
        if name in values:
            values[f"{name}_share"] = round(values.pop(name) * 100)
    values["levels"] = tuple(
        {"from": round(one["from"] * 100), "level": one["level"]}
        for one in values.get("levels", ())
    )
    return KindDraft(**{**values, "sheet": lines_of(values["sheet"])})
