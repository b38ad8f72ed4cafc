from __future__ import annotations

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.services.assessments import starter
from corridor.services.assessments.drafts import faults_of_kind
from corridor.services.assessments.models import AssessmentKind


def test_the_starter_kinds_are_without_fault_and_name_their_source() -> None:
    drafts = [
        starter.draft_of(one) for one in starter.read(starter.FILE.read_text(encoding="utf-8"))
    ]
    assert {draft.method for draft in drafts} == {"trade", "language", "interview"}
    for draft in drafts:
        assert list(faults_of_kind(draft)) == []
        assert draft.source
        assert set(draft.titles) == {"en", "fr", "es", "ar"}
        assert all(set(line.texts) == {"en", "fr", "es", "ar"} for line in draft.sheet)


def test_loading_again_leaves_what_the_office_changed(db: None) -> None:
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    AssessmentKind.objects.filter(code="interview").update(pass_share=6_000)
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    assert AssessmentKind.objects.get(code="interview").pass_share == 6_000


def test_eps_topik_is_two_years_valid_and_marked_as_unchecked(kinds: None) -> None:
    kind = AssessmentKind.objects.get(code="eps-topik")
    assert (kind.valid_months, kind.source_checked) == (24, False)
    assert [line.code for line in kind.lines] == ["reading", "listening"]
