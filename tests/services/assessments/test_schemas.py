from __future__ import annotations

from corridor.services.assessments.schemas import SessionIn


def test_a_request_becomes_a_draft() -> None:
    given = SessionIn(
        kind="interview",
        title="Cook",
        time_zone="UTC",
        slots=[{"starts_at": "2027-03-10T09:00:00+00:00", "ends_at": "2027-03-10T09:30:00+00:00"}],
        sheet=[{"code": "a", "text": {"en": "A"}, "scale_max": 5}],
        examiners=[3, -1],
        about="R7/V12",
    )
    draft = given.draft()
    assert (draft.slots[0].places, draft.sheet[0].scale_max, draft.examiners) == (1, 5, (3,))
    assert draft.about == "R7/V12"
