from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cast import Member

from corridor.kernel.actors.api import Refused
from corridor.services.assessments import api as assessments

DRIVING = assessments.KindDraft(
    code="driving",
    method="trade",
    titles={"en": "Driving a lorry"},
    sheet=(assessments.Line(code="road", texts={"en": "On the road"}, scale_max=10),),
    pass_share=7_000,
    supports={"kind": "licence", "label": "Lorry licence, tested", "gives": "drive"},
    valid_months=60,
)


def test_an_officer_makes_a_kind_and_changes_it(db: None, bodil: Member) -> None:
    made = assessments.keep_kind(actor=bodil.actor, draft=DRIVING)
    again = assessments.keep_kind(actor=bodil.actor, draft=replace(DRIVING, pass_share=8_000))
    assert (again.pk, again.pass_share) == (made.pk, 8_000)
    assert again.lines == DRIVING.sheet


def test_everything_wrong_is_said_at_once(db: None, bodil: Member) -> None:
    wrong = replace(
        DRIVING,
        code="two words",
        method="magic",
        titles={},
        sheet=(),
        pass_share=12_000,
        valid_months=0,
        levels=({"from": 10, "level": "A"}, {"from": 20, "level": ""}),
        supports={"kind": "wish"},
        retake_days=-1,
    )
    with pytest.raises(assessments.NotAsAsked) as refused:
        assessments.keep_kind(actor=bodil.actor, draft=wrong)
    assert {one.field for one in refused.value.findings} == {
        *("code", "method", "titles", "sheet", "pass_share", "valid_months", "levels"),
        *("supports", "retake_days"),
    }


def test_what_a_pass_proves_must_be_a_claim_people_take(db: None, bodil: Member) -> None:
    wrong = replace(DRIVING, supports={"kind": "language", "language": "en", "cefr": "Z9"})
    with pytest.raises(assessments.NotAsAsked, match="cefr"):
        assessments.keep_kind(actor=bodil.actor, draft=wrong)


def test_an_employer_makes_none(db: None, hana: Member) -> None:
    with pytest.raises(Refused):
        assessments.keep_kind(actor=hana.actor, draft=DRIVING)
