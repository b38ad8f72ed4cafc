"""Finding occupations and skills by what people call them."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q

from corridor.kernel.places.models import OccupationLabel, SkillLabel
from corridor.kernel.places.registry import Progress, in_silence
from corridor.kernel.search.api import Index, Text

OCCUPATIONS = Index("occupations")
SKILLS = Index("skills")


def index_occupations_and_skills(progress: Progress = in_silence) -> None:
    """Index all labels again, in the languages of the site; alternatives count as text."""
    spoken = Q(language__in=[code for code, _name in settings.LANGUAGES])
    OCCUPATIONS.clear()
    SKILLS.clear()
    occupations = OccupationLabel.objects.filter(spoken, occupation__is_retired=False)
    skills = SkillLabel.objects.filter(spoken, skill__is_retired=False)
    columns = ("language", "label", "alternatives")
    OCCUPATIONS.put_many(texts(occupations.values_list("occupation_id", *columns).iterator()))
    progress("index", 1)
    SKILLS.put_many(texts(skills.values_list("skill_id", *columns).iterator()))
    progress("index", 2)


def texts(rows: Iterator[tuple[int, str, str, str]]) -> Iterator[Text]:
    for concept, language, label, alternatives in rows:
        yield Text(key=str(concept), language=language, title=label, body=alternatives)
