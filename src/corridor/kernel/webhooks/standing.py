"""What happens to organisations, as other systems are told of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.organisations.api import (
    AuthorisationEnded,
    LicenceRestored,
    LicenceSuspended,
    OrganisationVerified,
)
from corridor.kernel.webhooks.offered import EventType, Facts, offer


def verified(event: OrganisationVerified) -> Facts:
    return Facts(
        data={"organisation": event.organisation_id, "verified": event.verified},
        organisation_ids=frozenset({event.organisation_id}),
    )


def licence(event: LicenceSuspended | LicenceRestored) -> Facts:
    return Facts(
        data={"organisation": event.organisation_id, "activity": event.activity},
        organisation_ids=frozenset({event.organisation_id}),
    )


def authorisation_ended(event: AuthorisationEnded) -> Facts:
    return Facts(
        data={"employer": event.employer_id, "agency": event.agency_id},
        organisation_ids=frozenset({event.employer_id, event.agency_id}),
    )


for event_type in (
    EventType(
        name="organisation.verified",
        title=_("An organisation was verified, or is no longer"),
        event=OrganisationVerified,
        facts=verified,
        permission="webhooks.desk",
        example={"organisation": 7, "verified": True},
    ),
    EventType(
        name="licence.suspended",
        title=_("A licence was suspended"),
        event=LicenceSuspended,
        facts=licence,
        permission="webhooks.desk",
        example={"organisation": 7, "activity": "recruitment"},
    ),
    EventType(
        name="licence.restored",
        title=_("A suspended licence is in force again"),
        event=LicenceRestored,
        facts=licence,
        permission="webhooks.desk",
        example={"organisation": 7, "activity": "recruitment"},
    ),
    EventType(
        name="authorisation.ended",
        title=_("An agency recruits for an employer no longer"),
        event=AuthorisationEnded,
        facts=authorisation_ended,
        permission="webhooks.desk",
        example={"employer": 7, "agency": 9},
    ),
):
    offer(event_type)
