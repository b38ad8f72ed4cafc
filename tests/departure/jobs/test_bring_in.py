"""An employer's file: everything wrong is named, and nothing is kept until they say so."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.acts import bring_in as acts
from corridor.kernel.actors.api import Refused
from corridor.kernel.organisations import api as organisations
from corridor.kernel.record import api as record

HEAD = "reference,title,country,isco,pay,currency,period,hours_weekly,payers,closes_on,places"


def row(number: int, **other: str) -> str:
    said = {
        "reference": f"W-{number}",
        "title": f"Welder {number}",
        "country": "QAT",
        "isco": "7212",
        "pay": "2400",
        "currency": "QAR",
        "period": "month",
        "hours_weekly": "48",
        "payers": "recruitment:employer",
        "closes_on": "2099-06-30",
        "places": "2",
    } | other
    return ",".join(said[name] for name in HEAD.split(","))


def table(*rows: str) -> bytes:
    return "\n".join([HEAD, *rows]).encode()


def checked(hana: Member, harbour: organisations.Organisation, *rows: str) -> jobs.VacancyImport:
    return jobs.check_import(
        actor=hana.actor, organisation_id=harbour.pk, content=table(*rows), file_name="jobs.csv"
    )


@pytest.fixture
def file(hana: Member, harbour: organisations.Organisation) -> jobs.VacancyImport:
    """Three rows, all right."""
    return checked(hana, harbour, row(1), row(2), row(3))


def test_ten_thousand_rows_with_thirty_seven_wrong_ones(
    hana: Member, harbour: organisations.Organisation
) -> None:
    wrong = range(100, 100 + 37 * 200, 200)
    rows = [row(n, country="Nowhere") if n in wrong else row(n) for n in range(1, 10_001)]
    found = checked(hana, harbour, *rows)
    assert (found.rows, found.rows_wrong, found.faults_total) == (10_000, 37, 37)
    assert [(one["row"], one["field"]) for one in found.faults] == [
        (n + 1, "country") for n in wrong
    ]
    assert not jobs.Vacancy.objects.exists()
    with pytest.raises(jobs.ImportRefused) as refused:
        jobs.bring_in(actor=hana.actor, checked=found)
    assert len(refused.value.findings) == 37
    assert not jobs.Vacancy.objects.exists()
    done = jobs.bring_in(actor=hana.actor, checked=found, right_ones=True)
    assert (done.made, done.known, done.state) == (9_963, 0, "imported")
    kept = jobs.Vacancy.objects
    assert kept.filter(status="draft", organisation=harbour, brought_in=done).count() == 9_963
    assert not kept.exclude(employer_name=harbour.name).exists()
    jobs.undo_import(actor=hana.actor, done=done)
    assert not jobs.Vacancy.objects.exists()


def test_a_file_is_decided_on_once(hana: Member, file: jobs.VacancyImport) -> None:
    done = jobs.bring_in(actor=hana.actor, checked=file)
    assert (done.made, done.content) == (3, None)
    for act in (jobs.bring_in, jobs.drop_import):
        with pytest.raises(jobs.ImportDecided):
            act(actor=hana.actor, checked=file)
    assert record.Entry.objects.filter(verb="jobs.import_brought_in").count() == 1


def test_rows_known_from_an_earlier_file_are_left_alone(
    hana: Member, harbour: organisations.Organisation, file: jobs.VacancyImport
) -> None:
    jobs.bring_in(actor=hana.actor, checked=file)
    again = checked(hana, harbour, row(3), row(4))
    done = jobs.bring_in(actor=hana.actor, checked=again)
    assert (done.made, done.known) == (1, 1)


def test_what_is_no_table_of_vacancies_is_refused_at_once(
    hana: Member, harbour: organisations.Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "EMPLOYERS_ROWS_MAX", 1)
    misspelt = table(row(1)).replace(b"places", b"plaices")
    for content in (misspelt, b"\x00\x01", b"", table(row(1), row(2))):
        with pytest.raises(jobs.ImportRefused):
            jobs.check_import(actor=hana.actor, organisation_id=harbour.pk, content=content)
    assert not jobs.VacancyImport.objects.exists()


def test_where_no_row_is_right_nothing_comes_in(
    hana: Member, harbour: organisations.Organisation
) -> None:
    found = checked(hana, harbour, row(1, title=""), row(2, places="0"))
    assert found.rows_right == 0
    with pytest.raises(jobs.ImportRefused):
        jobs.bring_in(actor=hana.actor, checked=found, right_ones=True)


def test_a_file_thrown_away_keeps_nothing(hana: Member, file: jobs.VacancyImport) -> None:
    gone = jobs.drop_import(actor=hana.actor, checked=file)
    assert (gone.state, gone.content) == ("dropped", None)
    assert not jobs.Vacancy.objects.exists()
    with pytest.raises(jobs.ImportDecided):
        jobs.undo_import(actor=hana.actor, done=gone)


def test_drafts_are_sent_and_then_undoing_is_refused_whole(
    hana: Member, harbour: organisations.Organisation
) -> None:
    file = checked(hana, harbour, row(1), row(2, hours_weekly=""))
    done = jobs.bring_in(actor=hana.actor, checked=file)
    sent = jobs.submit_import(actor=hana.actor, done=done)
    assert (sent.sent, sent.lacking) == (1, 1)
    with pytest.raises(jobs.ImportMoved):
        jobs.undo_import(actor=hana.actor, done=done)
    assert jobs.Vacancy.objects.count() == 2
    jobs.take_back_vacancy(actor=hana.actor, vacancy=jobs.Vacancy.objects.get(status="submitted"))
    assert jobs.undo_import(actor=hana.actor, done=done).state == "undone"
    assert not jobs.Vacancy.objects.exists()


def test_an_agency_brings_in_only_for_who_authorised_it(
    hana: Member,
    chen: Member,
    harbour: organisations.Organisation,
    crew: organisations.Organisation,
) -> None:
    given = {"organisation_id": harbour.pk, "agency_id": crew.pk, "content": table(row(1))}
    with pytest.raises(jobs.NotAuthorised):
        jobs.check_import(actor=chen.actor, **given)
    world.authorised(hana, harbour, chen, crew)
    file = jobs.check_import(actor=chen.actor, **given)
    done = jobs.bring_in(actor=chen.actor, checked=file)
    assert done.vacancies.get().agency == crew


def test_others_bring_nothing_in(
    hana: Member, chen: Member, amina: Member, file: jobs.VacancyImport
) -> None:
    for member in (chen, amina):
        with pytest.raises(Refused):
            checked(member, file.organisation, row(1))
        with pytest.raises(Refused):
            jobs.bring_in(actor=member.actor, checked=file)
        with pytest.raises(Refused):
            jobs.undo_import(actor=member.actor, done=file)
