"""The one door of organisations."""

from corridor.kernel.organisations.acts.add_staff import add_staff, end_staff
from corridor.kernel.organisations.acts.authorise import (
    accept_authorisation,
    authorise_agency,
    end_authorisation,
)
from corridor.kernel.organisations.acts.register import (
    change_organisation,
    register_organisation,
)
from corridor.kernel.organisations.acts.suspend import restore_licence, suspend_licence
from corridor.kernel.organisations.acts.verify import license_organisation, verify_organisation
from corridor.kernel.organisations.drafts import (
    LicenceDraft,
    OrganisationDraft,
    VerificationDraft,
)
from corridor.kernel.organisations.errors import OrganisationError, Problem, Unreadable
from corridor.kernel.organisations.events import (
    AuthorisationEnded,
    LicenceRestored,
    LicenceSuspended,
    OrganisationVerified,
)
from corridor.kernel.organisations.models import (
    Authorisation,
    Decision,
    Duty,
    Licence,
    Organisation,
    OrganisationKind,
    StaffMember,
)
from corridor.kernel.organisations.reads import (
    RECRUITMENT,
    Wanted,
    authorisation_of,
    authorisations_of,
    employers_of,
    for_actor,
    is_authorised,
    licence_in_force,
    licence_of,
    memberships_of,
    organisations,
    organisations_of,
)

__all__ = [
    "RECRUITMENT",
    "Authorisation",
    "AuthorisationEnded",
    "Decision",
    "Duty",
    "Licence",
    "LicenceDraft",
    "LicenceRestored",
    "LicenceSuspended",
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
    "accept_authorisation",
    "add_staff",
    "authorisation_of",
    "authorisations_of",
    "authorise_agency",
    "change_organisation",
    "employers_of",
    "end_authorisation",
    "end_staff",
    "for_actor",
    "is_authorised",
    "licence_in_force",
    "licence_of",
    "license_organisation",
    "memberships_of",
    "organisations",
    "organisations_of",
    "register_organisation",
    "restore_licence",
    "suspend_licence",
    "verify_organisation",
]
