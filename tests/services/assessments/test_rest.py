"""The API: the same acts, by number and never by name."""

from __future__ import annotations

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import Member
from tests.services.assessments.world import GOOD, POOR, invite

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import kindtext

OPEN = {
    "kind": "trade-welding",
    "title": "By API",
    "time_zone": "Asia/Kathmandu",
    "place": "Hall",
    "slots": [
        {
            "starts_at": "2027-03-10T09:00:00+05:45",
            "ends_at": "2027-03-10T12:00:00+05:45",
            "places": 2,
        }
    ],
}


def send(member: Member, method: str, tail: str, body: object = None, **headers: str):
    return getattr(member.client, method)(
        f"/api/v1/assessments/{tail}",
        json.dumps(body or {}),
        content_type="application/json",
        headers=headers or None,
    )


def test_the_whole_way_from_opening_to_a_correction(
    kinds: None, bodil: Member, ivan: Member, lena: Member, amina: Member, her: people.Person, clock
) -> None:
    opened = send(bodil, "post", "", OPEN, **{"Idempotency-Key": "k"})
    assert opened.status_code == 201, opened.content
    number = opened.json()["number"]
    assert send(bodil, "post", "", OPEN, **{"Idempotency-Key": "k"}).json()["number"] == number
    assert assessments.Session.objects.count() == 1
    told = send(bodil, "post", f"{number}/candidates", {"references": [her.reference]})
    assert told.json() == {"new": 1, "known": 0, "untold": 0}
    (seat,) = amina.client.get("/api/v1/assessments/mine").json()
    slot = seat["slots"][0]["id"]
    taken = send(amina, "post", f"mine/{number}/answer", {"answer": slot})
    assert taken.json() == {"reference": her.reference, "state": "booked", "slot": slot}
    examiners = {"examiners": [lena.user.pk]}
    assert send(bodil, "put", f"{number}/examiners", examiners).status_code == 200
    clock.move_to("2027-03-10 04:00:00")
    at = f"{number}/candidates/{her.reference}"
    assert send(bodil, "post", f"{at}/seen", {"seen": "late"}).json()["state"] == "late"
    marks = {"scores": GOOD, "hand_in": True}
    assert send(lena, "put", f"{at}/marks", marks).json()["handed_in"] is True
    recorded = send(lena, "post", f"{at}/result", {})
    assert (recorded.status_code, recorded.json()["state"]) == (201, "recorded")
    result = recorded.json()["id"]
    assert send(lena, "post", f"results/{result}/confirm").status_code == 409
    assert send(ivan, "post", f"results/{result}/confirm").json()["state"] == "confirmed"
    mine = amina.client.get(f"/api/v1/assessments/results/{result}").json()
    assert (mine["percent"], mine["passed"]) == (81.25, True)
    assert send(amina, "post", f"mine/{number}/object", {"words": "Too low"}).status_code == 201
    reply = {"upheld": True, "answer": "We look again."}
    assert send(bodil, "post", f"results/{result}/answer", reply).json()["upheld"] is True
    wrong = {"scores": POOR, "reason": "Sheets mixed up"}
    assert send(bodil, "post", f"results/{result}/correct", wrong).json()["state"] == "recorded"


def test_the_rest_of_the_acts(session: assessments.Session, bodil: Member, her) -> None:
    invite(session, her)
    number = session.number
    listed = bodil.client.get("/api/v1/assessments/?q=Welding&state=open").json()
    assert (listed["count"], listed["items"][0]["number"]) == (1, number)
    assert bodil.client.get(f"/api/v1/assessments/{number}/candidates").json()["count"] == 1
    assert send(bodil, "post", f"{number}/booking", {"open": False}).json()["state"] == "closed"
    moved = send(bodil, "post", f"{number}/change", {"later_minutes": 60, "place": "Hall 5"})
    assert moved.json()["place"] == "Hall 5"
    at = f"{number}/candidates/{her.reference}"
    assert send(bodil, "post", f"{at}/answer", {"answer": "wait"}).json()["state"] == "booked"
    assert send(bodil, "post", f"{at}/answer", {"answer": "decline"}).json()["state"] == "declined"
    assert send(bodil, "post", f"{at}/answer", {"answer": 99_999}).status_code == 409
    assert send(bodil, "post", f"{at}/seen", {"seen": "absent"}).status_code == 409
    assert send(bodil, "post", f"{at}/seen", {"seen": "booked"}).status_code == 409
    cancelled = send(bodil, "post", f"{number}/cancel", {"reason": "Snow"})
    assert cancelled.json()["state"] == "cancelled"


def test_kinds_are_read_and_kept(kinds: None, bodil: Member, amina: Member) -> None:
    listed = amina.client.get("/api/v1/assessments/kinds").json()
    assert {one["code"] for one in listed} >= {"eps-topik", "trade-welding"}
    kept = send(bodil, "put", "kinds", {"text": kindtext.EXAMPLE})
    assert kept.json()["code"] == "trade-cook"
    wrong = send(bodil, "put", "kinds", {"text": "code ="})
    assert (wrong.status_code, wrong.json()["type"]) == (422, "assessments.refused")
    assert send(amina, "put", "kinds", {"text": kindtext.EXAMPLE}).status_code == 404


def test_faults_come_together(kinds: None, bodil: Member) -> None:
    answer = send(bodil, "post", "", {**OPEN, "kind": "none", "title": "", "place": ""})
    assert answer.status_code == 422
    findings = answer.json()["facts"]["findings"]
    assert {one["field"] for one in findings} == {"kind", "title", "place"}


def test_a_file_of_results_comes_in(
    session: assessments.Session, bodil: Member, amina: Member, her: people.Person, clock
) -> None:
    candidate = invite(session, her)[0]
    slot = session.slots.get()
    assessments.Candidate.objects.filter(pk=candidate.pk).update(slot=slot, state="booked")
    clock.move_to("2027-03-10 04:00:00")
    rows = f"reference,safety,plan,weld,time\n{her.reference},9,8,16,7\n"
    for expected in ({"new": 1, "known": 0}, {"new": 0, "known": 1}):
        file = SimpleUploadedFile("r.csv", rows.encode())
        answer = bodil.client.post(f"/api/v1/assessments/{session.number}/results", {"file": file})
        assert answer.json() == expected
    result = assessments.Result.objects.get()
    back = send(bodil, "post", f"results/{result.pk}/return", {"reason": "Wrong sheet"})
    assert back.json()["state"] == "returned"
    file = SimpleUploadedFile("r.csv", b"x")
    answer = amina.client.post(f"/api/v1/assessments/{session.number}/results", {"file": file})
    assert answer.status_code == 404


def test_what_is_not_theirs_looks_like_absence(
    session: assessments.Session, hana: Member, dawit: Member, her: people.Person
) -> None:
    invite(session, her)
    for member in (hana, dawit):
        for tail in (session.number, f"{session.number}/candidates", "results/1", "T0", "X"):
            assert member.client.get(f"/api/v1/assessments/{tail}").status_code == 404
    assert (
        send(dawit, "post", f"mine/{session.number}/answer", {"answer": "wait"}).status_code == 404
    )
    assert send(dawit, "post", f"mine/{session.number}/object", {"words": "x"}).status_code == 404
    assert (
        send(hana, "post", "results/1/answer", {"upheld": True, "answer": "x"}).status_code == 404
    )
