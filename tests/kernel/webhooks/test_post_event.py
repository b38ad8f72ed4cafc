from __future__ import annotations

import json

import pytest
from tests.cast import Member
from tests.kernel.organisations.world import register
from tests.kernel.webhooks.world import TYPES, announce_suspension, endpoint_of

from corridor.kernel.background.models import Job
from corridor.kernel.organisations import api as organisations
from corridor.kernel.record import api as record
from corridor.kernel.webhooks import api as webhooks


def of_the_installation(ivan: Member) -> webhooks.Endpoint:
    given = {"name": "All", "url": "https://example.org/", "event_types": TYPES}
    return webhooks.register_endpoint(actor=ivan.actor, organisation=None, **given)[0]


def test_those_concerned_and_the_installation_are_told(
    hana: Member, chen: Member, ivan: Member
) -> None:
    mine, _secret = endpoint_of(hana)
    endpoint_of(chen)
    all_ = of_the_installation(ivan)
    posted = announce_suspension(mine.organisation_id)
    assert {one.endpoint_id for one in posted} == {mine.pk, all_.pk}
    body = json.loads(posted[0].body)
    assert body["type"] == "licence.suspended"
    assert body["data"] == {"organisation": mine.organisation_id, "activity": "recruitment"}
    assert Job.objects.filter(name="webhooks.deliver").count() == 2


def test_only_the_kinds_it_asked_for(hana: Member) -> None:
    endpoint, _secret = endpoint_of(hana, event_types=["organisation.verified"])
    assert announce_suspension(endpoint.organisation_id) == []


def test_an_event_reaches_the_log_by_the_outbox_once(
    hana: Member, django_capture_on_commit_callbacks
) -> None:
    endpoint, _secret = endpoint_of(hana)
    event = organisations.LicenceSuspended(endpoint.organisation_id, "recruitment")
    with django_capture_on_commit_callbacks(execute=True):
        record.announce(event)
    assert webhooks.Posting.objects.get().endpoint == endpoint
    for delivery in record.Delivery.objects.filter(hearer__contains="webhooks"):
        from corridor.kernel.record.acts.deliver import deliver

        assert not deliver(delivery.pk), "heard already"
    assert webhooks.Posting.objects.count() == 1


def test_an_administrator_who_is_none_any_more_is_told_nothing(hana: Member, ivan: Member) -> None:
    harbour, endpoint = register(hana), of_the_installation(ivan)
    ivan.user.grants.all().delete()
    assert announce_suspension(harbour.pk) == []
    endpoint.refresh_from_db()
    assert endpoint.pause == "owner"


def test_a_test_is_posted_unless_it_is_paused(hana: Member) -> None:
    endpoint, _secret = endpoint_of(hana)
    posting = webhooks.send_test(actor=hana.actor, endpoint=endpoint)
    assert json.loads(posting.body)["type"] == "webhook.test"
    webhooks.pause_endpoint(actor=hana.actor, endpoint=endpoint)
    with pytest.raises(webhooks.IsPaused):
        webhooks.send_test(actor=hana.actor, endpoint=endpoint)
