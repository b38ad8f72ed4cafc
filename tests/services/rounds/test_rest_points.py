from __future__ import annotations

from django.test import Client

ADDRESS = "/api/v1/rounds/points"


def score(client: Client, name: str, facts: dict[str, object]) -> tuple[int, dict]:
    answer = client.post(f"{ADDRESS}/{name}/score", {"facts": facts}, "application/json")
    return answer.status_code, answer.json()


def test_anybody_reads_which_tables_there_are(client: Client, db: None) -> None:
    found = {one["name"]: one for one in client.get(ADDRESS).json()}
    assert set(found) == {"canada-crs", "eps-fishery", "eps-manufacturing"}
    fishery = found["eps-fishery"]
    assert (fishery["total"], fishery["unverified"]) == (200, ["bonus"])
    assert fishery["facts"][0] == {
        "key": "korean",
        "label": "Korean language test (EPS-TOPIK), first round",
        "kind": "number",
        "low": 0,
        "high": 90,
        "values": [],
    }


def test_points_with_lines_caps_and_what_would_change_it(client: Client, db: None) -> None:
    status, found = score(client, "eps-fishery", {"korean": 36, "skill": 65, "training": True})
    assert (status, found["passes"], found["total"]) == (200, False, None)
    assert (found["least"], found["most"]) == (102, 106)
    assert found["missing"] == ["work_experience", "certificate"]
    assert next(one["floor"] for one in found["groups"] if one["group"] == "second") == 66
    assert ("skill", 66, True) in [(c["fact"], c["to"], c["passes"]) for c in found["changes"]]


def test_what_cannot_be_read_is_refused_with_every_reason(client: Client, db: None) -> None:
    status, problem = score(client, "eps-fishery", {"korean": 91, "height": 180})
    assert (status, problem["type"]) == (422, "rounds.facts_wrong")
    assert {one["field"] for one in problem["facts"]["findings"]} == {"korean", "height"}
    status, problem = score(client, "nowhere", {})
    assert (status, problem["type"]) == (404, "rounds.no_points_system")
