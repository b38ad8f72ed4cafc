"""The one door of people."""

from corridor.kernel.people.acts.add_claim import add_claim, change_claim, correct_claim
from corridor.kernel.people.acts.attach_evidence import attach_evidence
from corridor.kernel.people.acts.change_details import change_details
from corridor.kernel.people.acts.erase_person import erase_person
from corridor.kernel.people.acts.export_person import export_person, export_person_to_read
from corridor.kernel.people.acts.import_people import Imported, import_people
from corridor.kernel.people.acts.join_family import (
    accept_family,
    add_dependant,
    join_family,
    leave_family,
    membership_of,
    name_head,
    start_family,
)
from corridor.kernel.people.acts.look import look_at
from corridor.kernel.people.acts.merge_people import WhoseAccount, merge_people, unmerge_people
from corridor.kernel.people.acts.register import register_person
from corridor.kernel.people.acts.verify_claim import VerificationDraft, verify_claim
from corridor.kernel.people.acts.withdraw_claim import (
    confirm_claim,
    restore_claim,
    show_claim,
    withdraw_claim,
)
from corridor.kernel.people.cells import ImportRefused
from corridor.kernel.people.drafts import PersonDraft
from corridor.kernel.people.errors import PeopleError, Problem, Unreadable
from corridor.kernel.people.events import (
    ClaimsChanged,
    PeopleMerged,
    PeopleUnmerged,
    PersonErased,
    PersonRegistered,
)
from corridor.kernel.people.keeping import Kept, keep_by_law
from corridor.kernel.people.kinds import VALUES, Cefr, Kind
from corridor.kernel.people.models import Claim, Decision, Family, Person, Relation, Visibility
from corridor.kernel.people.pool import pool_columns
from corridor.kernel.people.reading import read
from corridor.kernel.people.reads import (
    PoolFilter,
    claims_by_kind,
    for_actor,
    likely_duplicates,
    own_person,
    person_of,
    pool,
    visible_claims,
    who_looked,
)
from corridor.kernel.people.references import normalised, printed_reference

__all__ = [
    "VALUES",
    "Cefr",
    "Claim",
    "ClaimsChanged",
    "Decision",
    "Family",
    "ImportRefused",
    "Imported",
    "Kept",
    "Kind",
    "PeopleError",
    "PeopleMerged",
    "PeopleUnmerged",
    "Person",
    "PersonDraft",
    "PersonErased",
    "PersonRegistered",
    "PoolFilter",
    "Problem",
    "Relation",
    "Unreadable",
    "VerificationDraft",
    "Visibility",
    "WhoseAccount",
    "accept_family",
    "add_claim",
    "add_dependant",
    "attach_evidence",
    "change_claim",
    "change_details",
    "claims_by_kind",
    "confirm_claim",
    "correct_claim",
    "erase_person",
    "export_person",
    "export_person_to_read",
    "for_actor",
    "import_people",
    "join_family",
    "keep_by_law",
    "leave_family",
    "likely_duplicates",
    "look_at",
    "membership_of",
    "merge_people",
    "name_head",
    "normalised",
    "own_person",
    "person_of",
    "pool",
    "pool_columns",
    "printed_reference",
    "read",
    "register_person",
    "restore_claim",
    "show_claim",
    "start_family",
    "unmerge_people",
    "verify_claim",
    "visible_claims",
    "who_looked",
    "withdraw_claim",
]
