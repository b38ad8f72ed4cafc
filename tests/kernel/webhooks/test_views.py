from __future__ import annotations

import json

from bs4 import BeautifulSoup
from django.test import Client
from tests.cast import Member
from tests.kernel.organisations.world import register
from tests.kernel.webhooks.world import Receiver, announce_suspension, endpoint_of

from corridor.kernel.webhooks import api as webhooks
from corridor.kernel.webhooks.acts.deliver import deliver


def text_of(answer) -> str:
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


GIVEN = {
    "name": "Staff system",
    "url": "https://example.org/hooks",
    "event_types": ["offer.made", "round.published"],
}


def test_an_employer_adds_one_and_sees_its_secret_once(hana: Member) -> None:
    assert "You act for no organisation yet" in text_of(hana.client.get("/me/webhooks/"))
    harbour = register(hana)
    assert "No webhook yet" in text_of(hana.client.get("/me/webhooks/"))
    assert "Harbour" in text_of(hana.client.get("/me/webhooks/add/"))
    answer = hana.client.post("/me/webhooks/add/", {**GIVEN, "organisation": harbour.pk})
    assert "whsec_" in text_of(answer)
    endpoint = webhooks.Endpoint.objects.get()
    assert endpoint.organisation == harbour
    page = text_of(hana.client.get(f"/me/webhooks/{endpoint.pk}/"))
    assert "Somebody was offered a place" in page
    assert "whsec_" not in page
    assert "Running" in text_of(hana.client.get("/me/webhooks/"))


def test_what_is_wrong_stands_at_its_field(hana: Member) -> None:
    harbour = register(hana)
    wrong = {**GIVEN, "url": "https://10.0.0.1/", "organisation": harbour.pk}
    answer = hana.client.post("/me/webhooks/add/", wrong)
    assert answer.status_code == 422
    assert "This address cannot be used" in text_of(answer)
    assert hana.client.post("/me/webhooks/add/", {"name": ""}).status_code == 422


def test_the_log_shows_each_try_and_can_be_taken_away(hana: Member, receiver: Receiver) -> None:
    endpoint, _secret = endpoint_of(hana, receiver.url)
    receiver.status = 500
    [posting] = announce_suspension(endpoint.organisation_id)
    deliver(posting_id=posting.pk, attempt=0)
    address = f"/me/webhooks/{endpoint.pk}/"
    page = text_of(hana.client.get(address))
    assert "It answered with an error 500" in page
    assert "Failing" in page
    assert "Nothing was posted yet" in text_of(hana.client.get(address, {"state": "delivered"}))
    one = text_of(hana.client.get(f"{address}deliveries/{posting.message_id}/"))
    assert '"activity":"recruitment"' in one
    assert hana.client.get(f"{address}deliveries/msg_none/").status_code == 404
    taken = hana.client.get(address, {"format": "json"})
    [item] = json.loads(b"".join(taken.streaming_content))["items"]
    assert (item["type"], item["attempts"]) == ("licence.suspended", 1)


def test_the_buttons_test_pause_resume_and_send_again(hana: Member, receiver: Receiver) -> None:
    endpoint, _secret = endpoint_of(hana, receiver.url)
    address = f"/me/webhooks/{endpoint.pk}/"

    def do(**said: str) -> str:
        return text_of(hana.client.post(f"{address}do/", said, follow=True))

    assert "A test is on its way" in do(do="test")
    posting = webhooks.Posting.objects.get()
    assert "still waits" in do(do="again", posting=posting.message_id)
    deliver(posting_id=posting.pk, attempt=0)
    assert "On its way again" in do(do="again", posting=posting.message_id)
    assert "Paused by hand" in do(do="pause")
    assert "Resume it first" in do(do="test")
    assert "Running" in do(do="resume")
    assert hana.client.post(f"{address}do/", {"do": "x"}).status_code == 404


def test_it_is_changed_given_a_new_secret_and_removed(hana: Member) -> None:
    endpoint, _secret = endpoint_of(hana)
    address = f"/me/webhooks/{endpoint.pk}/"
    assert "Staff system" in text_of(hana.client.get(f"{address}change/"))
    hana.client.post(f"{address}change/", {**GIVEN, "name": "Other"})
    endpoint.refresh_from_db()
    assert endpoint.name == "Other"
    assert "shown once" in text_of(hana.client.get(f"{address}secret/"))
    assert "whsec_" in text_of(hana.client.post(f"{address}secret/"))
    assert "log of its deliveries" in text_of(hana.client.get(f"{address}remove/"))
    assert "Removed" in text_of(hana.client.post(f"{address}remove/", follow=True))
    assert not webhooks.Endpoint.objects.exists()


def test_an_administrator_sees_all_and_adds_one_for_the_installation(
    ivan: Member, hana: Member
) -> None:
    endpoint_of(hana)
    assert "Harbour" in text_of(ivan.client.get("/desk/webhooks/"))
    assert "This installation" in text_of(ivan.client.get("/me/webhooks/add/"))
    assert "whsec_" in text_of(ivan.client.post("/me/webhooks/add/", GIVEN))
    assert "This installation" in text_of(ivan.client.get("/desk/webhooks/"))
    made = webhooks.Endpoint.objects.get(organisation=None)
    assert "Webhooks" in text_of(ivan.client.get(f"/me/webhooks/{made.pk}/"))


def test_a_failing_endpoint_shows_on_the_home_page(ivan: Member, hana: Member) -> None:
    from corridor.kernel.webhooks.navigation import cards

    endpoint, _secret = endpoint_of(hana)
    assert cards(ivan.actor) == []
    webhooks.pause_endpoint(actor=hana.actor, endpoint=endpoint, why="failing")
    assert [card.count for card in cards(ivan.actor)] == [1]
    assert [card.count for card in cards(hana.actor)] == [1]


def test_others_find_nothing(visitor: Client, hana: Member, chen: Member, esra: Member) -> None:
    endpoint, _secret = endpoint_of(hana)
    for client in (chen.client, esra.client):
        assert client.get(f"/me/webhooks/{endpoint.pk}/").status_code == 404
    assert visitor.get(f"/me/webhooks/{endpoint.pk}/").status_code == 302
