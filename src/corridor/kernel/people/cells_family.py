"""The family column of an imported table: who comes along, each by name or by a form of theirs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from corridor.kernel.people.drafts import PersonDraft
from corridor.kernel.people.errors import Problem, Unreadable
from corridor.kernel.people.models import Relation
from corridor.kernel.people.reading import read
from corridor.kernel.people.references import is_reference, normalised

RELATIONS = tuple(one.value for one in Relation if one != Relation.SELF)


@dataclass(frozen=True, slots=True)
class Relative:
    """One of the family: somebody with a reference, or somebody new by their columns."""

    relation: str
    reference: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


def read_family(cell: str, problems: list[Problem]) -> list[Relative]:
    """`spouse:Maya Gurung:1990;child:K7M2-9QXT-4HB`; what is wrong is added to `problems`."""
    found: list[Relative] = []
    for item in filter(None, map(str.strip, cell.split(";"))):
        try:
            found.append(_relative(item))
        except Unreadable as error:
            problems += [
                Problem("family", f"{item[:60]}: {each.sentence}") for each in error.problems
            ]
    named = [each.reference for each in found if each.reference]
    if len(named) > len(set(named)):
        problems.append(Problem("family", _("This reference comes twice.")))
    return found


def _relative(item: str) -> Relative:
    relation, colon, who = (part.strip() for part in item.partition(":"))
    if not colon or relation.lower() not in RELATIONS:
        sentence = _(
            "Write who it is, then the name and the birth, such as %(example)s; one of: %(known)s."
        )
        facts = {"example": "spouse:Maya Gurung:1990", "known": ", ".join(RELATIONS)}
        raise Unreadable([Problem("family", sentence % facts)])
    if is_reference(normalised(who)):
        return Relative(relation=relation.lower(), reference=normalised(who))
    name, _colon, birth = (part.strip() for part in who.partition(":"))
    if not name:
        raise Unreadable([Problem("family", _("Write the name; one word is enough."))])
    draft = read(PersonDraft, {"full_name": name, "birth": birth})
    return Relative(relation=relation.lower(), fields=draft.fields())
