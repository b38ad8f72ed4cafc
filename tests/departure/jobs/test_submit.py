"""A draft is sent for a check, taken back, or sent back with reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.errors import NoReasons
from corridor.kernel.actors.api import Refused
from corridor.kernel.messaging.api import Message


def test_a_draft_waits_until_an_officer_sends_it_back_with_reasons(
    hana: Member, bodil: Member, harbour_vacancy: jobs.Vacancy
) -> None:
    sent = jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    assert (sent.status, sent.faults) == ("submitted", [])
    with pytest.raises(jobs.NotADraft):  # a double click
        jobs.submit_vacancy(actor=hana.actor, vacancy=sent)
    back = jobs.send_back_vacancy(
        actor=bodil.actor, vacancy=sent, reasons={"pay": "Below the minimum wage.", "title": " "}
    )
    assert back.status == "draft"
    assert back.faults == [{"field": "pay", "sentence": "Below the minimum wage."}]
    told = Message.objects.filter(template="jobs/sent_back")
    assert {each.user_id for each in told} == {hana.user.pk}


def test_it_is_taken_back_only_while_it_waits(hana: Member, harbour_vacancy: jobs.Vacancy) -> None:
    with pytest.raises(jobs.NotSubmitted):
        jobs.take_back_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    taken = jobs.take_back_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    assert (taken.status, taken.submitted_at) == ("draft", None)


def test_what_is_missing_is_said_all_at_once(hana: Member, harbour) -> None:
    bare = jobs.VacancyDraft(title="Cook", country="QAT", organisation_id=harbour.pk)
    vacancy = jobs.post_vacancy(actor=hana.actor, draft=bare)
    with pytest.raises(jobs.VacancyRefused) as refused:
        jobs.submit_vacancy(actor=hana.actor, vacancy=vacancy)
    missing = {each.field for each in refused.value.findings}
    assert missing == {"isco", "pay", "hours_weekly", "payers", "closes_on"}


def test_reasons_name_fields_there_are(bodil: Member, harbour_vacancy: jobs.Vacancy) -> None:
    sent = jobs.submit_vacancy(actor=bodil.actor, vacancy=harbour_vacancy)
    for reasons in ({}, {"pay": "  "}, {"salary": "Low."}):
        with pytest.raises(NoReasons):
            jobs.send_back_vacancy(actor=bodil.actor, vacancy=sent, reasons=reasons)


def test_only_their_own_submit_and_only_another_officer_checks(
    hana: Member, chen: Member, bodil: Member, harbour, harbour_vacancy: jobs.Vacancy
) -> None:
    with pytest.raises(Refused):
        jobs.submit_vacancy(actor=chen.actor, vacancy=harbour_vacancy)
    sent = jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    with pytest.raises(Refused):
        jobs.send_back_vacancy(actor=hana.actor, vacancy=sent, reasons={"": "No."})
    own = replace(bodil.actor, organisation_ids=frozenset({harbour.pk}))
    with pytest.raises(jobs.NotYoursToCheck):
        jobs.send_back_vacancy(actor=own, vacancy=sent, reasons={"": "No."})
    with pytest.raises(jobs.NotYoursToCheck):
        jobs.publish_vacancy(actor=own, vacancy=sent)
