"""The one door of the record."""

from corridor.kernel.record.acts.deliver import deliver_due, revive
from corridor.kernel.record.acts.note import note, subject_of
from corridor.kernel.record.acts.retain import apply_retention
from corridor.kernel.record.acts.seal import seal_days
from corridor.kernel.record.acts.verify import verify_and_keep
from corridor.kernel.record.events import announce, hears
from corridor.kernel.record.facts import FactRefused
from corridor.kernel.record.models import Delivery, DeliveryState, Entry, Root, Verification
from corridor.kernel.record.retention import retention, retention_rules
from corridor.kernel.record.verifying import Checkpoint, Fault, Verdict, verify, walk
from corridor.kernel.record.where import place_of

__all__ = [
    "Checkpoint",
    "Delivery",
    "DeliveryState",
    "Entry",
    "FactRefused",
    "Fault",
    "Root",
    "Verdict",
    "Verification",
    "announce",
    "apply_retention",
    "deliver_due",
    "hears",
    "note",
    "place_of",
    "retention",
    "retention_rules",
    "revive",
    "seal_days",
    "subject_of",
    "verify",
    "verify_and_keep",
    "walk",
]
