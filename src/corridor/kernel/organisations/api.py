"""The one door of organisations."""

from corridor.kernel.organisations.acts.add_staff import add_staff, end_staff
from corridor.kernel.organisations.acts.register import (
    change_organisation,
    register_organisation,
)
from corridor.kernel.organisations.acts.verify import license_organisation, verify_organisation
from corridor.kernel.organisations.drafts import (
    LicenceDraft,
    OrganisationDraft,
    VerificationDraft,
)
from corridor.kernel.organisations.errors import OrganisationError, Problem, Unreadable
from corridor.kernel.organisations.events import OrganisationVerified
from corridor.kernel.organisations.models import (
    Decision,
    Duty,
    Licence,
    Organisation,
    OrganisationKind,
    StaffMember,
)
from corridor.kernel.organisations.reads import (
    Wanted,
    for_actor,
    licence_in_force,
    memberships_of,
    organisations,
    organisations_of,
)

__all__ = [
    "Decision",
    "Duty",
    "Licence",
    "LicenceDraft",
    "Organisation",
    "OrganisationDraft",
    "OrganisationError",
    "OrganisationKind",
    "OrganisationVerified",
    "Problem",
    "StaffMember",
    "Unreadable",
    "VerificationDraft",
    "Wanted",
    "add_staff",
    "change_organisation",
    "end_staff",
    "for_actor",
    "licence_in_force",
    "license_organisation",
    "memberships_of",
    "organisations",
    "organisations_of",
    "register_organisation",
    "verify_organisation",
]
