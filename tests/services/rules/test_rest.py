"""The rules by API: the same acts, scopes and refusals."""

from __future__ import annotations

from django.test import Client
from tests.cast import Member
from tests.services.rules.conftest import amended

from corridor.engines import rules as engine
from corridor.services.rules import api as rules

AT = "/api/v1/rules/"
TABLE = f"{AT}lka-registration"


def post(client: Client, address: str, body: object = None):
    return client.post(address, body or {}, content_type="application/json")


def test_the_whole_way_from_proposal_to_withdrawal(
    fee: rules.TableVersion, bodil: Member, ivan: Member, visitor: Client
) -> None:
    text = engine.to_toml(amended(fee))
    made = post(bodil.client, AT, {"text": text, "note": "Budget of 2027"})
    assert (made.status_code, made.json()["number"], made.json()["status"]) == (201, 2, "in_review")
    at = f"{TABLE}/versions/2"
    assert visitor.get(at).status_code == 404
    own = post(bodil.client, f"{at}/publish")
    assert (own.status_code, own.json()["type"]) == (409, "rules.second_reader_needed")
    back = post(ivan.client, f"{at}/send-back", {"reason": "Not yet"})
    assert (back.json()["status"], back.json()["reason"]) == ("sent_back", "Not yet")
    assert post(bodil.client, AT, {"text": text, "note": "Now"}).json()["number"] == 3
    assert post(bodil.client, f"{TABLE}/versions/3/take-back").json()["status"] == "taken_back"
    assert post(bodil.client, AT, {"text": text, "note": "Now"}).json()["number"] == 4
    assert post(ivan.client, f"{TABLE}/versions/4/publish").json()["status"] == "published"
    public = visitor.get(f"{TABLE}/versions").json()
    assert [one["number"] for one in public] == [4, 1]
    assert any("tax_on_gross(base, 0.025, 0.2)" in line for line in public[0]["changes"])
    gone = post(bodil.client, f"{TABLE}/versions/4/withdraw", {"reason": "It fell"})
    assert gone.json()["status"] == "withdrawn"
    assert visitor.get(TABLE).json()["version"]["number"] == 1


def test_a_broken_table_is_refused_with_everything_wrong(
    fee: rules.TableVersion, bodil: Member, amina: Member
) -> None:
    text = fee.text.replace('hit = "unique"', 'hit = "some"').replace("LKR 0.00", "EUR 0.00")
    answer = post(bodil.client, AT, {"text": text, "note": "Broken"})
    assert (answer.status_code, answer.json()["type"]) == (422, "rules.proposal_refused")
    assert len(answer.json()["facts"]["problems"]) >= 2
    assert post(amina.client, AT, {"text": text, "note": "Broken"}).status_code == 404


def test_asking_says_what_is_wrong_and_what_is_needed(
    fee: rules.TableVersion, visitor: Client
) -> None:
    wrong = post(visitor, f"{TABLE}/ask", {"facts": {"base": "much", "age": 3}})
    assert (wrong.status_code, wrong.json()["type"]) == (422, "rules.facts_not_usable")
    assert [one["fact"] for one in wrong.json()["facts"]["problems"]] == ["base", "age"]
    early = post(visitor, f"{TABLE}/ask", {"in_force": "1999-01-01"})
    assert early.json()["type"] == "rules.day_not_covered"
    told = post(visitor, f"{TABLE}/ask", {"facts": {"base": "USD 100"}}).json()
    assert (told["state"], told["needs"][0]["lacks"]) == ("cannot_tell", "rate")
    rate = {"of": "USD", "into": "LKR", "worth": "182", "on": "2024-01-01"}
    body = {"facts": {"base": "USD 100"}, "rates": [rate]}
    assert post(visitor, f"{TABLE}/ask", body).json()["outcome"]["payable"] == "LKR 22027.00"
    body["rates"] = [rate | {"worth": "-1"}]
    assert post(visitor, f"{TABLE}/ask", body).status_code == 422


def test_an_old_digest_answers_as_it_did(
    proposed: rules.TableVersion, fee: rules.TableVersion, ivan: Member, visitor: Client
) -> None:
    rules.publish_version(actor=ivan.actor, version=proposed)
    body = {"facts": {"base": "LKR 18200"}}
    assert post(visitor, f"{TABLE}/ask", body).json()["outcome"]["exact"] == "LKR 22400.00"
    old = post(visitor, f"{TABLE}/ask", body | {"digest": fee.digest}).json()
    assert (old["outcome"]["exact"], old["digest"]) == ("LKR 22026.67", fee.digest)
    assert post(visitor, f"{TABLE}/ask", body | {"digest": "0" * 64}).status_code == 404


def test_the_list_and_one_table(loaded: None, visitor: Client) -> None:
    found = visitor.get(AT, {"country": "LKA"}).json()
    assert (found["count"], found["items"][0]["code"]) == (1, "lka-registration")
    whole = visitor.get(TABLE).json()
    assert whole["document"]["rows"][0]["article"] == "fees"
    assert whole["title"]["fr"].startswith("Sri Lanka")
    assert visitor.get(f"{AT}nothing").status_code == 404


def test_an_administrator_publishes_a_shipped_pack(
    db: None, ivan: Member, bodil: Member, visitor: Client
) -> None:
    assert post(bodil.client, f"{AT}packs", {"name": "documents"}).status_code == 404
    assert post(ivan.client, f"{AT}packs", {"name": "nothing"}).status_code == 404
    told = post(ivan.client, f"{AT}packs", {"name": "documents"}).json()
    assert told["new"] == ["medical-validity", "passport-validity"]
    again = post(ivan.client, f"{AT}packs", {"name": "documents"}).json()
    assert (again["new"], again["same"]) == ([], told["new"])
    assert visitor.get(AT, {"subject": "documents"}).json()["count"] == 2
