"""The desk's pages of sessions, and the employer's over the same."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from tests.cast import Member
from tests.services.assessments.test_invite_people import mill  # noqa: F401
from tests.services.assessments.world import DAY, book, crowd, invite, open_session

from corridor.kernel.messaging import api as messaging
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import shortlists

FORM = {
    "kind": "trade-welding",
    "title": "Spring test",
    "day": "2027-03-20",
    "begins": "09:00",
    "ends": "12:00",
    "time_zone": "Asia/Kathmandu",
    "places": "8",
    "place": "Hall 1",
    "examiners": "farid@example.org",
}


def text(answer) -> str:
    return answer.content.decode()


def test_an_officer_opens_a_session_on_the_web(kinds: None, bodil: Member, farid: Member) -> None:
    assert "Open a session" in text(bodil.client.get("/desk/assessments/open/"))
    answer = bodil.client.post("/desk/assessments/open/", FORM, follow=True)
    session = assessments.Session.objects.get()
    assert f"Session {session.number} is open." in text(answer)
    assert session.starts_at.isoformat() == "2027-03-20T03:15:00+00:00"
    assert session.slots.get().places_max == 8
    assert list(session.examiners.all()) == [farid.user]


def test_the_clock_is_that_of_the_employers_country(
    starter: None, kinds: None, hana: Member, settings
) -> None:
    settings.TIME_ZONE = "America/Lima"
    firm = organisations.Organisation.objects.create(name="Works", kind="employer", country="QAT")
    organisations.StaffMember.objects.create(organisation=firm, user=hana.user)
    page = BeautifulSoup(hana.client.get("/me/hiring/interviews/open/").content, "html.parser")
    assert page.select_one("[name=time_zone] [selected]")["value"] == "Asia/Qatar"


def test_the_clock_is_else_that_of_the_vacancys_country_or_the_sites(
    starter: None, kinds: None, bodil: Member, settings, monkeypatch
) -> None:
    settings.TIME_ZONE = "America/Lima"
    listed = shortlists.Shortlist(about="R7/V12", title="Cook", references=(), country="DEU")
    monkeypatch.setattr(shortlists, "_finders", [lambda about: listed if about else None])
    for query, zone in (("?about=R7/V12", "Europe/Berlin"), ("", "America/Lima")):
        page = bodil.client.get(f"/desk/assessments/open/{query}").content
        chosen = BeautifulSoup(page, "html.parser").select_one("[name=time_zone] [selected]")
        assert chosen["value"] == zone


def test_the_form_says_what_is_wrong(kinds: None, bodil: Member) -> None:
    wrong = {**FORM, "place": "", "examiners": "nobody@example.org", "day": "2027-01-01"}
    answer = bodil.client.post("/desk/assessments/open/", wrong)
    assert answer.status_code == 422
    assert "Nobody signs in with nobody@example.org." in text(answer)
    answer = bodil.client.post("/desk/assessments/open/", {**wrong, "examiners": ""})
    assert "This time is over" in text(answer)
    assert "Say where it is held" in text(answer)
    skipped = {**FORM, "examiners": "", "time_zone": "Europe/Berlin", "day": "2027-03-28"}
    answer = bodil.client.post("/desk/assessments/open/", {**skipped, "begins": "02:30"})
    assert "The clocks skip this hour" in text(answer)
    cut = {**FORM, "examiners": "", "minutes": "30", "breaks": "noon"}
    assert "Write breaks as" in text(bodil.client.post("/desk/assessments/open/", cut))
    assert not assessments.Session.objects.exists()


def test_without_kinds_the_page_says_how_to_get_some(clock: object, bodil: Member) -> None:
    assert "There is no kind of test yet" in text(bodil.client.get("/desk/assessments/open/"))


def test_the_list_is_narrowed_and_taken_away(session: assessments.Session, bodil: Member) -> None:
    assert "Welding test" in text(bodil.client.get("/desk/assessments/"))
    assert "Welding test" in text(bodil.client.get(f"/desk/assessments/?q={session.number}"))
    for query in ("method=language", "state=closed", "q=nothing", "until=2027-03-01"):
        assert "No sessions here" in text(bodil.client.get(f"/desk/assessments/?{query}"))
    assert "Welding test" in text(bodil.client.get("/desk/assessments/?since=never&state=x"))
    answer = bodil.client.get("/desk/assessments/?format=csv")
    assert session.number in b"".join(answer.streaming_content).decode()


def test_an_examiner_finds_their_sessions_and_nobody_elses(
    examined: assessments.Session, lena: Member
) -> None:
    other = open_session(title="Another day")
    page = text(lena.client.get("/desk/assessments/"))
    assert examined.number in page
    assert "Another day" not in page
    assert lena.client.get(other.get_absolute_url()).status_code == 404


def test_the_page_of_a_session_invites_and_exports(
    session: assessments.Session, bodil: Member, her: people.Person
) -> None:
    address = f"/desk/assessments/{session.number}/"
    assert "Nobody is invited yet" in text(bodil.client.get(address))
    said = {"references": f"{her.reference_spaced}\n"}
    page = text(bodil.client.post(f"{address}invite/", said, follow=True))
    assert "1 person invited." in page
    assert "Amina Rahmani" in page
    page = text(bodil.client.post(f"{address}invite/", {"references": "x1"}, follow=True))
    assert "These references cannot be: x1" in page
    file = b"".join(bodil.client.get(f"{address}?format=json").streaming_content).decode()
    assert her.reference_spaced in file


def test_time_and_place_change_for_everybody(
    session: assessments.Session, bodil: Member, her: people.Person
) -> None:
    book(invite(session, her)[0])
    address = f"/desk/assessments/{session.number}/change/"
    assert "Training centre" in text(bodil.client.get(address))
    said = {"place": "Hall 3", "day": "2027-03-11", "begins": "10:00"}
    assert "everybody with a place was told" in text(bodil.client.post(address, said, follow=True))
    session.refresh_from_db()
    assert (session.starts_at - DAY).total_seconds() == 25 * 3600
    assert messaging.Message.objects.filter(subject__startswith="Time or place").exists()
    for wrong in ({"day": "2027-01-01"}, {"place": "", "link": ""}):
        assert bodil.client.post(address, {**said, **wrong}).status_code == 422


def test_it_is_closed_opened_and_cancelled(session: assessments.Session, bodil: Member) -> None:
    address = f"/desk/assessments/{session.number}/"
    for said, state in (({"close": "1"}, "closed"), ({"open": "1"}, "open")):
        bodil.client.post(f"{address}booking/", said)
        session.refresh_from_db()
        assert session.state == state
    assert "Cancel the session" in text(bodil.client.get(f"{address}cancel/"))
    assert bodil.client.post(f"{address}cancel/", {"reason": ""}).status_code == 422
    page = text(bodil.client.post(f"{address}cancel/", {"reason": "No power"}, follow=True))
    assert "No power" in page
    assert bodil.client.post(f"{address}cancel/", {"reason": "Again"}).status_code == 409


def test_examiners_are_named_on_the_page(
    session: assessments.Session, bodil: Member, farid: Member
) -> None:
    address = f"/desk/assessments/{session.number}/examiners/"
    page = text(bodil.client.post(address, {"examiners": "farid@example.org"}, follow=True))
    assert "The examiners are named." in page
    assert "Farid" in page
    page = text(bodil.client.post(address, {"examiners": "who@example.org"}, follow=True))
    assert "Nobody signs in with who@example.org." in page


@pytest.fixture
def interview(
    kinds: None,
    hana: Member,
    mill: organisations.Organisation,  # noqa: F811
) -> assessments.Session:
    return open_session(
        kind="interview", about="R7/V12", organisation_id=mill.pk, examiners=(hana.user.pk,)
    )


def test_an_employer_plans_a_day_of_interviews_with_breaks(
    kinds: None,
    hana: Member,
    mill: organisations.Organisation,  # noqa: F811
) -> None:
    assert "No interviews yet" in text(hana.client.get("/me/hiring/interviews/"))
    said = {**FORM, "kind": "interview", "minutes": "30", "breaks": "10:00-10:30"}
    del said["places"]
    said["examiners"] = "hana@example.org"
    hana.client.post("/me/hiring/interviews/open/", said)
    session = assessments.Session.objects.get()
    assert session.organisation == mill
    assert session.slots.count() == 5
    assert "Spring test" in text(hana.client.get("/me/hiring/interviews/"))
    other = {**said, "kind": "trade-welding"}
    assert hana.client.post("/me/hiring/interviews/open/", other).status_code == 422


def test_an_employer_reads_numbers_and_no_names(
    interview: assessments.Session, hana: Member, her: people.Person
) -> None:
    invite(interview, her)
    for address in (
        f"/me/hiring/interviews/{interview.number}/",
        f"/desk/assessments/{interview.number}/",
        f"/me/hiring/interviews/{interview.number}/check-in/?reference={her.reference}",
    ):
        page = text(hana.client.get(address))
        assert her.reference_spaced in page
        assert "Rahmani" not in page
    file = hana.client.get(f"/me/hiring/interviews/{interview.number}/?format=csv")
    assert "Rahmani" not in b"".join(file.streaming_content).decode()


def test_an_employer_invites_their_list_with_one_click(
    interview: assessments.Session, hana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = assessments.Shortlist(
        about="R7/V12",
        title="Cook",
        references=tuple(one.reference for one in crowd(2)),
        organisation_id=interview.organisation_id,
    )
    monkeypatch.setattr(shortlists, "_finders", [lambda about: listed])
    address = f"/me/hiring/interviews/{interview.number}/"
    assert "Invite all 2 on the list of Cook" in text(hana.client.get(address))
    page = text(hana.client.post(f"{address}invite/", {"shortlist": "1"}, follow=True))
    assert "2 people invited." in page


def test_another_employers_interview_looks_like_absence(
    interview: assessments.Session, chen: Member, esra: Member, bodil: Member
) -> None:
    for member in (chen, esra):
        for address in ("me/hiring/interviews", "desk/assessments"):
            assert member.client.get(f"/{address}/{interview.number}/").status_code == 404
        answer = member.client.get(f"/api/v1/assessments/{interview.number}")
        assert answer.status_code == 404
    # An officer works at the desk, not behind an employer's door.
    address = f"/me/hiring/interviews/{interview.number}/"
    assert bodil.client.get(address).status_code == 404


def test_an_employer_names_only_their_own_people(
    interview: assessments.Session, hana: Member, farid: Member
) -> None:
    address = f"/me/hiring/interviews/{interview.number}/examiners/"
    page = text(hana.client.post(address, {"examiners": "farid@example.org"}, follow=True))
    assert "no account here" in page
    assert not interview.named.filter(user=farid.user).exists()


def test_an_employer_of_several_organisations_chooses_which(
    kinds: None,
    hana: Member,
    mill: organisations.Organisation,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    second = organisations.Organisation.objects.create(name="Works", kind="employer", country="QAT")
    organisations.StaffMember.objects.create(organisation=second, user=hana.user)
    listed = shortlists.Shortlist(
        about="R7/V12", title="Cook", references=(), organisation_id=second.pk
    )
    monkeypatch.setattr(shortlists, "_finders", [lambda about: listed if about else None])
    address = "/me/hiring/interviews/open/"
    page = BeautifulSoup(hana.client.get(f"{address}?about=R7/V12").content, "html.parser")
    chosen = page.select_one("[name=organisation_id] [selected]")
    assert chosen["value"] == str(second.pk)
    said = {**FORM, "kind": "interview", "minutes": "30", "breaks": ""}
    del said["places"]
    said["examiners"] = "hana@example.org"
    assert hana.client.post(address, said).status_code == 422  # which of the two?
    assert not assessments.Session.objects.exists()
    hana.client.post(address, {**said, "organisation_id": mill.pk})
    assert assessments.Session.objects.get().organisation == mill
    yard = organisations.Organisation.objects.create(name="Yard", kind="employer", country="QAT")
    assert hana.client.post(address, {**said, "organisation_id": yard.pk}).status_code == 422
