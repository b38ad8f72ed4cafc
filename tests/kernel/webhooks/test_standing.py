"""What other systems are told of organisations."""

import pytest

from corridor.kernel.organisations import api as organisations
from corridor.kernel.webhooks import api as webhooks


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("licence.suspended", organisations.LicenceSuspended(7, "recruitment")),
        ("licence.restored", organisations.LicenceRestored(7, "recruitment")),
    ],
)
def test_a_licence_is_told_of_when_it_stops_and_when_it_goes_on(name: str, event) -> None:
    (offered,) = [each for each in webhooks.event_types() if each.name == name]
    assert offered.event is type(event)
    facts = offered.facts(event)
    assert facts.data == {"organisation": 7, "activity": "recruitment"}
    assert facts.organisation_ids == {7}
