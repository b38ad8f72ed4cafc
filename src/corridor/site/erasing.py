"""What the site itself does when somebody's data are erased."""

from __future__ import annotations

from corridor.kernel.idempotency import api as idempotency
from corridor.kernel.people.api import PersonErased
from corridor.kernel.record import api as record


@record.hears(PersonErased)
def forget_answers_kept(_erased: PersonErased) -> None:
    """Answers kept for programs that ask again may tell of the erased person: they go as well."""
    idempotency.forget_answers()
