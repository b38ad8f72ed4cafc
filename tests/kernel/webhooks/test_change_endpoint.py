from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.kernel.webhooks.world import announce_suspension, endpoint_of

from corridor.kernel.actors.api import Refused
from corridor.kernel.webhooks import api as webhooks


def test_it_is_changed_as_carefully_as_it_was_registered(hana: Member) -> None:
    endpoint, _secret = endpoint_of(hana)
    given = {"name": "New", "url": "https://example.org/new", "event_types": ["offer.made"]}
    webhooks.change_endpoint(actor=hana.actor, endpoint=endpoint, **given)
    endpoint.refresh_from_db()
    assert (endpoint.name, endpoint.url, endpoint.event_types) == tuple(given.values())
    with pytest.raises(webhooks.AddressUnusable):
        webhooks.change_endpoint(
            actor=hana.actor, endpoint=endpoint, **{**given, "url": "http://example.org/"}
        )


def test_paused_it_is_told_nothing_until_it_is_resumed(hana: Member) -> None:
    endpoint, _secret = endpoint_of(hana)
    webhooks.pause_endpoint(actor=hana.actor, endpoint=endpoint)
    webhooks.pause_endpoint(actor=hana.actor, endpoint=endpoint)
    assert endpoint.pause == "by_hand"
    assert announce_suspension(endpoint.organisation_id) == []
    webhooks.resume_endpoint(actor=hana.actor, endpoint=endpoint)
    assert len(announce_suspension(endpoint.organisation_id)) == 1


def test_the_database_too_wants_a_reason_for_a_pause(hana: Member) -> None:
    endpoint, _secret = endpoint_of(hana)
    with pytest.raises(IntegrityError), transaction.atomic():
        webhooks.Endpoint.objects.filter(pk=endpoint.pk).update(pause="failing")


def test_removed_it_takes_its_log_and_secrets_along(hana: Member) -> None:
    endpoint, _secret = endpoint_of(hana)
    announce_suspension(endpoint.organisation_id)
    webhooks.remove_endpoint(actor=hana.actor, endpoint=endpoint)
    assert not webhooks.Posting.objects.exists()


def test_an_agency_cannot_touch_an_employers(hana: Member, chen: Member) -> None:
    endpoint, _secret = endpoint_of(hana)
    for act in (webhooks.pause_endpoint, webhooks.resume_endpoint, webhooks.remove_endpoint):
        with pytest.raises(Refused):
            act(actor=chen.actor, endpoint=endpoint)
