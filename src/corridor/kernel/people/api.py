"""The one door of people."""

from corridor.kernel.people.acts.add_claim import add_claim, change_claim, correct_claim
from corridor.kernel.people.acts.attach_evidence import attach_evidence, attach_photos
from corridor.kernel.people.acts.change_details import change_details
from corridor.kernel.people.acts.confirm_profile import confirm_by_link, confirm_profile, remind
from corridor.kernel.people.acts.consent import give_consents, withdraw_consent
from corridor.kernel.people.acts.erase_person import erase_person
from corridor.kernel.people.acts.export_person import (
    export_europass,
    export_person,
    export_person_to_read,
)
from corridor.kernel.people.acts.import_europass import import_europass
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
from corridor.kernel.people.acts.reindex import reindex_names
from corridor.kernel.people.acts.second_verification import second_verification, undo_decision
from corridor.kernel.people.acts.undo_import import undo_import
from corridor.kernel.people.acts.verify_claim import VerificationDraft, verify_claim
from corridor.kernel.people.acts.withdraw_claim import (
    confirm_claim,
    restore_claim,
    show_claim,
    withdraw_claim,
)
from corridor.kernel.people.cells import ImportRefused
from corridor.kernel.people.consenting import (
    agreeing,
    agrees,
    consents_to,
    in_matching,
    open_to,
    those_who_consent,
)
from corridor.kernel.people.describe import facts_of, names_of, title_of
from corridor.kernel.people.drafts import PersonDraft
from corridor.kernel.people.errors import DecisionIsOver, PeopleError, Problem, Unreadable
from corridor.kernel.people.events import (
    ClaimsChanged,
    ConsentChanged,
    PeopleMerged,
    PeopleUnmerged,
    PersonErased,
    PersonRegistered,
)
from corridor.kernel.people.exporting import exported_with
from corridor.kernel.people.keeping import Kept, keep_by_law
from corridor.kernel.people.kinds import VALUES, Cefr, Kind
from corridor.kernel.people.looking import who_looked
from corridor.kernel.people.models import (
    Claim,
    Consent,
    Decision,
    Family,
    Intake,
    Merge,
    Person,
    PersonStatus,
    Purpose,
    Relation,
    Visibility,
)
from corridor.kernel.people.paper import paper_form
from corridor.kernel.people.pool import pool_columns
from corridor.kernel.people.reaching import recipient_of
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
)
from corridor.kernel.people.references import normalised, printed_reference

__all__ = [
    "VALUES",
    "Cefr",
    "Claim",
    "ClaimsChanged",
    "Consent",
    "ConsentChanged",
    "Decision",
    "DecisionIsOver",
    "Family",
    "ImportRefused",
    "Imported",
    "Intake",
    "Kept",
    "Kind",
    "Merge",
    "PeopleError",
    "PeopleMerged",
    "PeopleUnmerged",
    "Person",
    "PersonDraft",
    "PersonErased",
    "PersonRegistered",
    "PersonStatus",
    "PoolFilter",
    "Problem",
    "Purpose",
    "Relation",
    "Unreadable",
    "VerificationDraft",
    "Visibility",
    "WhoseAccount",
    "accept_family",
    "add_claim",
    "add_dependant",
    "agreeing",
    "agrees",
    "attach_evidence",
    "attach_photos",
    "change_claim",
    "change_details",
    "claims_by_kind",
    "confirm_by_link",
    "confirm_claim",
    "confirm_profile",
    "consents_to",
    "correct_claim",
    "erase_person",
    "export_europass",
    "export_person",
    "export_person_to_read",
    "exported_with",
    "facts_of",
    "for_actor",
    "give_consents",
    "import_europass",
    "import_people",
    "in_matching",
    "join_family",
    "keep_by_law",
    "leave_family",
    "likely_duplicates",
    "look_at",
    "membership_of",
    "merge_people",
    "name_head",
    "names_of",
    "normalised",
    "open_to",
    "own_person",
    "paper_form",
    "person_of",
    "pool",
    "pool_columns",
    "printed_reference",
    "read",
    "recipient_of",
    "register_person",
    "reindex_names",
    "remind",
    "restore_claim",
    "second_verification",
    "show_claim",
    "start_family",
    "those_who_consent",
    "title_of",
    "undo_decision",
    "undo_import",
    "unmerge_people",
    "verify_claim",
    "visible_claims",
    "who_looked",
    "withdraw_claim",
    "withdraw_consent",
]
