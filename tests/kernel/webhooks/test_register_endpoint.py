from __future__ import annotations

import pytest
from tests.cast import Member
from tests.kernel.organisations.world import register
from tests.kernel.webhooks.world import TYPES, endpoint_of

from corridor.kernel.actors.api import Refused
from corridor.kernel.record.models import Entry
from corridor.kernel.webhooks import api as webhooks
from corridor.kernel.webhooks.acts import register_endpoint as act


def test_an_employer_registers_one_for_their_organisation(hana: Member) -> None:
    endpoint, secret = endpoint_of(hana, name="  Staff   system ", event_types=[*TYPES, TYPES[0]])
    assert (endpoint.name, endpoint.event_types) == ("Staff system", TYPES)
    assert endpoint.owner_id == hana.user.pk
    assert secret.startswith("whsec_")
    assert secret not in endpoint.secrets.get().sealed
    assert Entry.objects.filter(verb="webhooks.registered").count() == 1


def test_an_administrator_registers_one_for_the_installation(ivan: Member) -> None:
    endpoint, _secret = webhooks.register_endpoint(
        actor=ivan.actor,
        organisation=None,
        name="Statistics",
        url="https://example.org/",
        event_types=TYPES,
    )
    assert endpoint.organisation is None


def test_nobody_registers_one_for_another_organisation(
    hana: Member, chen: Member, esra: Member, bodil: Member
) -> None:
    harbour = register(hana)
    given = {"name": "x", "url": "https://example.org/", "event_types": TYPES}
    for member in (chen, esra, bodil):
        for organisation in (harbour, None):
            with pytest.raises(Refused):
                webhooks.register_endpoint(actor=member.actor, organisation=organisation, **given)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"name": " "}, webhooks.NameUnusable),
        ({"name": "x" * 101}, webhooks.NameUnusable),
        ({"url": "https://10.0.0.1/"}, webhooks.AddressUnusable),
        ({"event_types": []}, webhooks.EventTypesUnknown),
        ({"event_types": ["people.read"]}, webhooks.EventTypesUnknown),
    ],
)
def test_what_cannot_be_kept_is_refused(hana: Member, change, error) -> None:
    with pytest.raises(error):
        endpoint_of(hana, **change)
    assert not webhooks.Endpoint.objects.exists()


def test_there_is_an_end_to_how_many(hana: Member, monkeypatch) -> None:
    monkeypatch.setattr(act, "ENDPOINTS_MAX", 1)
    endpoint_of(hana)
    with pytest.raises(webhooks.TooManyEndpoints):
        endpoint_of(hana)
