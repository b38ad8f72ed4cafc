from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from freezegun import freeze_time
from tests.cast import Member
from tests.kernel.webhooks.world import Receiver, announce_suspension, endpoint_of

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background import api as background
from corridor.kernel.background.models import Job
from corridor.kernel.messaging.models import Message
from corridor.kernel.record import api as record
from corridor.kernel.webhooks import api as webhooks
from corridor.kernel.webhooks.acts.deliver import FAILING_MAX, WAITS, deliver
from corridor.kernel.webhooks.models import Attempt, Secret


@pytest.fixture
def posting(hana: Member, receiver: Receiver) -> webhooks.Posting:
    endpoint, _secret = endpoint_of(hana, receiver.url)
    [posted] = announce_suspension(endpoint.organisation_id)
    return posted


def attempt(posting: webhooks.Posting) -> str:
    posting.refresh_from_db()
    return deliver(posting_id=posting.pk, attempt=posting.attempts)


def test_the_worker_posts_it_signed_and_writes_down_that_it_was_heard(
    hana: Member, receiver: Receiver
) -> None:
    endpoint, secret = endpoint_of(hana, receiver.url)
    [posting] = announce_suspension(endpoint.organisation_id)
    background.work_off()
    [(headers, body)] = receiver.heard
    assert body == posting.body
    assert headers["webhook-id"] == posting.message_id
    assert webhooks.is_genuine(secret, headers, body, now=int(headers["webhook-timestamp"]))
    posting.refresh_from_db()
    assert (posting.state, posting.attempts, posting.next_at) == ("delivered", 1, None)
    assert str(posting.tries.get()) == "heard 204"


def test_it_is_tried_again_later_and_later_then_given_up(
    posting: webhooks.Posting, receiver: Receiver
) -> None:
    receiver.status = 500
    for wait in WAITS:
        before = timezone.now()
        assert attempt(posting) == "status"
        posting.refresh_from_db()
        assert posting.next_at is not None
        assert posting.next_at - before >= wait
        asked = Job.objects.get(name="webhooks.deliver", key__endswith=f":{posting.attempts}")
        assert asked.due_at == posting.next_at
    attempt(posting)
    posting.refresh_from_db()
    assert (posting.state, posting.next_at) == ("failed", None)
    assert posting.tries.count() == len(WAITS) + 1
    assert {headers["webhook-id"] for headers, _body in receiver.heard} == {posting.message_id}


def test_asked_twice_for_the_same_try_it_is_sent_once(
    posting: webhooks.Posting, receiver: Receiver
) -> None:
    assert attempt(posting) == "heard"
    assert deliver(posting_id=posting.pk, attempt=0) == ""
    assert len(receiver.heard) == 1


def test_one_success_forgets_the_failures(posting: webhooks.Posting, receiver: Receiver) -> None:
    receiver.status = 500
    attempt(posting)
    posting.endpoint.refresh_from_db()
    assert posting.endpoint.failing_since is not None
    receiver.status = 200
    attempt(posting)
    posting.endpoint.refresh_from_db()
    assert posting.endpoint.failing_since is None


def test_after_days_of_failure_it_is_paused_and_its_owner_is_told_once(
    hana: Member, posting: webhooks.Posting, receiver: Receiver
) -> None:
    receiver.status = 500
    attempt(posting)
    with freeze_time(timezone.now() + FAILING_MAX + timedelta(hours=1), real_asyncio=True):
        attempt(posting)
    endpoint = webhooks.Endpoint.objects.get()
    assert (endpoint.pause, endpoint.is_paused) == ("failing", True)
    assert attempt(posting) == ""
    posting.refresh_from_db()
    assert posting.state == "failed"
    told = Message.objects.filter(template="webhooks/paused", user_id=hana.user.pk)
    assert {one.channel for one in told} == {"email", "app"}
    assert "“Staff system” is paused" in told.filter(channel="email").get().subject


def test_when_whoever_registered_it_is_gone_those_who_answer_are_told(
    hana: Member, posting: webhooks.Posting, receiver: Receiver
) -> None:
    webhooks.Endpoint.objects.update(owner=None)
    receiver.status = 410
    attempt(posting)
    assert webhooks.Endpoint.objects.get().pause == "gone"
    assert Message.objects.filter(template="webhooks/paused", user_id=hana.user.pk).exists()


def test_an_endpoint_of_the_installation_without_an_owner_is_paused_in_silence(
    ivan: Member, receiver: Receiver
) -> None:
    given = {"name": "All", "url": receiver.url, "event_types": ["licence.suspended"]}
    endpoint, _secret = webhooks.register_endpoint(actor=ivan.actor, organisation=None, **given)
    sent = webhooks.send_test(actor=ivan.actor, endpoint=endpoint)
    webhooks.Endpoint.objects.update(owner=None)
    receiver.status = 410
    attempt(sent)
    assert not Message.objects.exists()


def test_by_hand_it_goes_out_again_under_the_same_number(
    hana: Member, posting: webhooks.Posting, receiver: Receiver
) -> None:
    with pytest.raises(webhooks.StillWaiting):
        webhooks.redeliver(actor=hana.actor, posting=posting)
    attempt(posting)
    webhooks.redeliver(actor=hana.actor, posting=posting)
    background.work_off()
    assert [headers["webhook-id"] for headers, _body in receiver.heard] == [
        posting.message_id,
        posting.message_id,
    ]
    webhooks.pause_endpoint(actor=hana.actor, endpoint=posting.endpoint)
    posting.refresh_from_db()
    with pytest.raises(webhooks.IsPaused):
        webhooks.redeliver(actor=hana.actor, posting=posting)


def test_a_secret_that_cannot_be_read_is_told_of(
    posting: webhooks.Posting, receiver: Receiver
) -> None:
    Secret.objects.update(sealed="broken")
    assert attempt(posting) == "secret"
    assert receiver.heard == []


def test_a_private_address_is_not_posted_to_once_the_setting_is_taken_back(
    posting: webhooks.Posting, receiver: Receiver, settings
) -> None:
    settings.WEBHOOKS_PRIVATE = False
    assert attempt(posting) == "private"
    assert receiver.heard == []


def test_the_log_is_kept_thirty_days(posting: webhooks.Posting, receiver: Receiver) -> None:
    attempt(posting)
    later = timezone.now() + timedelta(days=31)
    assert record.apply_retention(SYSTEM, now=later)["webhooks.postings"] >= 1
    assert not Attempt.objects.exists()
