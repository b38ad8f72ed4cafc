from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member
from tests.kernel.webhooks.world import Receiver, announce_suspension, endpoint_of

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.record import api as record
from corridor.kernel.webhooks import api as webhooks
from corridor.kernel.webhooks.acts import deliver
from corridor.kernel.webhooks.models import Secret


def signatures(receiver: Receiver) -> list[str]:
    return receiver.heard[-1][0]["webhook-signature"].split()


def test_both_secrets_sign_for_a_day_then_only_the_new_one(
    hana: Member, receiver: Receiver
) -> None:
    endpoint, old = endpoint_of(hana, receiver.url)
    new = webhooks.rotate_secret(actor=hana.actor, endpoint=endpoint)
    [posting] = announce_suspension(endpoint.organisation_id)
    deliver.deliver(posting_id=posting.pk, attempt=0)
    headers, body = receiver.heard[0]
    now = int(headers["webhook-timestamp"])
    assert len(signatures(receiver)) == 2
    assert all(webhooks.is_genuine(each, headers, body, now=now) for each in (old, new))
    Secret.objects.filter(expires_at__isnull=False).update(expires_at=timezone.now())
    webhooks.redeliver(actor=hana.actor, posting=posting)
    deliver.deliver(posting_id=posting.pk, attempt=1)
    headers, body = receiver.heard[1]
    assert len(signatures(receiver)) == 1
    assert webhooks.is_genuine(new, headers, body, now=int(headers["webhook-timestamp"]))


def test_a_replaced_secret_goes_a_day_after_its_end(hana: Member) -> None:
    endpoint, _old = endpoint_of(hana)
    webhooks.rotate_secret(actor=hana.actor, endpoint=endpoint)
    later = timezone.now() + timedelta(days=2, hours=1)
    assert record.apply_retention(SYSTEM, now=later)["webhooks.secrets"] == 1


def test_the_database_keeps_one_secret_without_end(hana: Member) -> None:
    endpoint, _old = endpoint_of(hana)
    with pytest.raises(IntegrityError), transaction.atomic():
        Secret.objects.create(endpoint=endpoint, sealed="x")
