from __future__ import annotations

from django.http import QueryDict

from corridor.services.rounds.forms_steps import StepsWanted


def test_nonsense_in_the_address_counts_as_not_asked() -> None:
    asked = QueryDict("state=perhaps&requirement=languages:de")
    form = StepsWanted(asked, requirements=[("languages:de", "German")])
    assert form.wanted() == {"state": "", "requirement": "languages:de"}
