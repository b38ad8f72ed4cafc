"""How a round selects: which requirement is judged at which step, by which evidence; and names.

It is part of the terms two parties agree to. The profile is always the first step: there the
matching engine judges. A requirement that the criteria need (hard) decides at each of its steps;
one that only counts (soft) is shown, and decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from corridor.engines import matching
from corridor.services.rounds.floors import Finding
from corridor.services.rounds.models import Round


class Step(models.TextChoices):
    PROFILE = "profile", _("Said in the profile")
    DOCUMENT = "document", _("Document verified")
    TEST = "test", _("Test")
    INTERVIEW = "interview", _("Interview")


class NamesFrom(models.TextChoices):
    """From when on an employer reads the name of somebody on their list."""

    NEVER = "never", _("Never: by number alone")
    ACCEPTANCE = "acceptance", _("Once an offer is accepted")
    OFFER = "offer", _("Once an offer is made")
    LIST = "list", _("From the list on: not blind")


class Need(models.TextChoices):
    REQUIRED = "required", pgettext_lazy("a requirement", "Required: decides")
    ASSET = "asset", pgettext_lazy("a requirement", "Asset: only counts")


# Where each requirement can be judged after the profile.
LATER = (Step.DOCUMENT, Step.TEST, Step.INTERVIEW)
POSSIBLE: dict[str, tuple[Step, ...]] = {
    "occupation": LATER,
    "countries": (),
    "permits": (Step.DOCUMENT,),
    "licences": (Step.DOCUMENT,),
    "education": LATER,
    "experience": (Step.DOCUMENT, Step.INTERVIEW),
    "languages": LATER,
    "availability": (Step.INTERVIEW,),
    "age": (),
    "skills": LATER,
}
ADDED_STEPS = (Step.TEST, Step.INTERVIEW)
ADDED_MAX = 10
CODE = re.compile(r"[a-z][a-z0-9-]{0,38}[a-z0-9]")
KIND = re.compile(r"[-a-zA-Z0-9_]{0,60}")
Steps = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Added:
    """A requirement the engine knows nothing of, such as conduct, judged at tests or interviews."""

    code: str
    title: str
    need: str = Need.REQUIRED
    steps: Steps = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """What was agreed. `judged`: requirement -> step -> the kind of test that is the evidence.

    An empty kind is any test of the fitting sort held for the vacancy's own list; for documents it
    is always empty.
    """

    judged: Mapping[str, Steps]
    added: tuple[Added, ...] = ()
    names_from: str = NamesFrom.ACCEPTANCE

    def as_json(self) -> dict[str, Any]:
        return {
            "judged": {name: dict(steps) for name, steps in self.judged.items() if steps},
            "added": [
                {"code": one.code, "title": one.title, "need": one.need, "steps": dict(one.steps)}
                for one in self.added
            ],
            "names_from": str(self.names_from),
        }


# Before tests were part of an agreement, verified documents were all that was looked at.
AS_BEFORE: dict[str, Steps] = {
    name: {Step.DOCUMENT: ""}
    for name in ("occupation", "permits", "licences", "education", "experience", "languages")
}


def usual() -> Procedure:
    """What a new round begins with: documents, and tests of occupation, languages and skills."""
    tested = {
        name: {**AS_BEFORE.get(name, {}), Step.TEST: ""}
        for name in ("occupation", "languages", "skills")
    }
    return Procedure(judged={**AS_BEFORE, **tested})


def procedure_of(of: Round) -> Procedure:
    """What was agreed for a round; one agreed before there were procedures names nobody."""
    return read(of.procedure) if of.procedure else Procedure(judged=AS_BEFORE, names_from="never")


def read(given: Mapping[str, Any]) -> Procedure:
    """From plain values, such as a column or a request; what is wrong is for `judge` to say."""
    return Procedure(
        judged={str(name): dict(steps) for name, steps in given.get("judged", {}).items()},
        added=tuple(Added(**one) for one in given.get("added", [])),
        names_from=str(given.get("names_from", NamesFrom.ACCEPTANCE)),
    )


def needs(of: Round) -> dict[str, str]:
    """Each requirement of a round's criteria, in the engine's order, with whether it decides."""
    criteria = matching.Criteria.from_toml(of.criteria)
    counted = {*criteria.hard, *criteria.soft}
    return {
        name: Need.REQUIRED if name in criteria.hard else Need.ASSET
        for name in matching.ORDER
        if name in counted
    }


def judge(procedure: Procedure) -> list[Finding]:
    """Everything wrong with a procedure, all at once."""
    found: list[Finding] = []
    if procedure.names_from not in NamesFrom.values:
        sentence = _("Say from when on an employer reads names.")
        found.append(("names_from", "rounds.names_from", sentence))
    for name, steps in procedure.judged.items():
        found += _misplaced(name, steps, POSSIBLE.get(name))
    codes = [one.code for one in procedure.added]
    if len(codes) > ADDED_MAX or len({*codes}) < len(codes) or {*codes} & {*POSSIBLE}:
        sentence = _("Add at most 10 requirements, each with a code of its own.")
        found.append(("added", "rounds.added", sentence))
    for one in procedure.added:
        titled = 0 < len(one.title.strip()) <= 100 and "\x00" not in one.title
        if not (titled and CODE.fullmatch(one.code) and one.need in Need.values and one.steps):
            sentence = _(
                "An added requirement has a code (a-z, 0-9), a title of at most 100 characters, "
                "and a test or an interview that judges it."
            )
            found.append((f"added.{one.code}"[:60], "rounds.added", sentence))
        found += _misplaced(one.code, one.steps, ADDED_STEPS)
    return found


def _misplaced(name: str, steps: Steps, possible: tuple[Step, ...] | None) -> list[Finding]:
    sentence = _("This requirement cannot be judged at this step by this evidence.")
    return [
        (f"{name}.{step}"[:60], "rounds.step", sentence)
        for step, kind in steps.items()
        if step not in (possible or ())
        or not KIND.fullmatch(kind)
        or (kind and step == Step.DOCUMENT)
    ]
