"""The one door of the record."""

from corridor.kernel.record.acts.note import note, subject_of
from corridor.kernel.record.events import announce, hears
from corridor.kernel.record.models import Entry

__all__ = ["Entry", "announce", "hears", "note", "subject_of"]
