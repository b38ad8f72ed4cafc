"""Applications, shares and the report on the command line."""

from __future__ import annotations

import json
from datetime import timedelta

from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world
from tests.departure.jobs.test_cli import run

from corridor.departure.jobs import api as jobs


def said(*words: str) -> str:
    answer = run(*words)
    assert answer.exit_code == 0, answer.output
    return answer.output


def test_somebody_applies_is_moved_on_and_withdraws(
    amina: Member, harbour_open: jobs.Vacancy
) -> None:
    person, vacancy = world.cook(amina), harbour_open.number
    assert f"for {vacancy}" in said("apply", vacancy, person.reference)
    sent = jobs.Application.objects.get()
    assert "Received" in said("applications", person.reference)
    assert f"{sent.number}  {person.reference_spaced}" in said("applicants", vacancy)
    assert "shortlisted" in said("stage", sent.number, "shortlisted")
    assert sent.number in said("renew", sent.number)
    assert "withdrawn" in said("withdraw", sent.number, "--reason", "pay")
    told = json.loads(said("report", vacancy))
    assert (told["applications"], told["withdrawn"]) == (1, 1)
    assert run("stage", sent.number, "invited").exit_code != 0


def test_a_list_is_shared_and_taken_back(esra: Member, harbour_open: jobs.Vacancy) -> None:
    until = (timezone.localdate() + timedelta(days=7)).isoformat()
    given = ("share", harbour_open.number, "--until", until)
    assert run(*given).exit_code != 0  # with nobody
    assert f"until {until}" in said(*given, "--login", "esra@example.org")
    share = jobs.Share.objects.get()
    assert "in force  0 looks" in said("shares", harbour_open.number)
    assert "ended" in said("end-share", harbour_open.number, str(share.pk))
    assert "ended  0 looks" in said("shares", harbour_open.number)
