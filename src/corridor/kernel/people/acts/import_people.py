"""Many people at once, from a table: all of them, or none and every error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people import writing
from corridor.kernel.people.acts.join_family import NOT_FOUND
from corridor.kernel.people.bringing_families import bring_families
from corridor.kernel.people.cells import COLUMNS, Complaints, ImportRefused, Row, read_row
from corridor.kernel.people.errors import Problem
from corridor.kernel.people.models import (
    Claim,
    Consent,
    ConsentSource,
    Intake,
    NameWord,
    Person,
    PersonStatus,
    Purpose,
    Source,
    Visibility,
)
from corridor.kernel.people.naming import name_words
from corridor.kernel.people.references import new_reference, spaced
from corridor.kernel.people.wordings import VERSION
from corridor.kernel.record import api as record

CHUNK = 500
Progress = Callable[[int], None]
PERSON = (
    "id",
    "reference",
    "full_name",
    "given_name",
    "family_name",
    "native_name",
    "birth_year",
    "birth_month",
    "birth_day",
    "sex",
    "nationality",
    "residence",
    "email",
    "phone",
    "language",
    "status",
    "registered_at",
)
CLAIM = (
    "person_id",
    "kind",
    "label",
    "code",
    "level",
    "country",
    "from_date",
    "until_date",
    "value",
    "source",
    "stated_at",
    "confirmed_at",
    "visibility",
    "status",
    "counts",
)


CONSENT = (
    "person_id",
    "purpose",
    "wording_version",
    "language",
    "source",
    "given_at",
    "given_by_id",
)


@dataclass(frozen=True)
class Imported:
    """How many came in; `first_id` and `last_id` are of those with a row of their own."""

    number: int
    people: int
    relatives: int
    claims: int
    first_id: int
    last_id: int


def import_people(
    *,
    actor: Actor,
    rows: Iterable[Mapping[str, str]],
    progress: Progress = lambda done: None,
    consents: Iterable[Purpose] = (Purpose.MATCHING,),
) -> Imported:
    """Import people with their claims (columns: docs/people.md).

    Whoever imports confirms that these people agreed to `consents`, on paper or elsewhere; a row
    with a cell of its own in the column `consents` has those of that cell instead.
    Raises ImportRefused with every problem by row and column; then nothing is written.
    """
    may(actor, "people.import")
    read = _read(rows, progress)
    with transaction.atomic():
        ids = writing.reserve_ids(Person, len(read))
        at = timezone.now()
        now = writing.stored_moment(at)
        writing.insert(Person, PERSON, _people(read, ids, now))
        writing.insert(NameWord, ("person_id", "word"), _words(read, ids))
        claims = writing.insert(Claim, CLAIM, _claims(read, ids, now))
        writing.insert(Consent, CONSENT, _consents(actor, read, ids, now, tuple(consents)))
        relatives = bring_families(read, ids, at)
        intake = Intake.objects.create(
            imported_at=at,
            imported_by_id=actor.user_id,
            people=len(read) + len(relatives),
            claims=claims,
            ids=ranges([*ids, *relatives]),
        )
        imported = Imported(intake.pk, len(read), len(relatives), claims, ids[0], ids[-1])
        record.note(
            actor,
            "people.imported",
            f"people.Person:{imported.first_id}",
            people=imported.people,
            relatives=imported.relatives,
            claims=claims,
            last=imported.last_id,
        )
    return imported


def ranges(ids: Iterable[int]) -> list[list[int]]:
    """Rising ids as pairs of first and last: [1, 2, 3, 7] -> [[1, 3], [7, 7]]."""
    found: list[list[int]] = []
    for number in sorted(ids):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def read_rows(rows: Iterable[Mapping[str, str]]) -> list[Row]:
    """What an import would take, written nowhere; ImportRefused with everything that is wrong."""
    return _read(rows, lambda _done: None)


def _read(rows: Iterable[Mapping[str, str]], progress: Progress) -> list[Row]:
    """Every row read, or ImportRefused with everything that is wrong."""
    complaints = Complaints()
    found: list[Row] = []
    unknown: set[str] = set()
    for number, row in enumerate(rows, 1):
        for name in row.keys() - set(COLUMNS) - unknown:
            unknown.add(name)
            sentence = _("This column is not known; remove it or rename it.")
            complaints.add(number, Problem(str(name), sentence))
        person, problems = read_row(row)
        for problem in problems:
            complaints.add(number, problem)
        found.append(person)
        if number % 1000 == 0:
            progress(number)
    if not found:
        complaints.add(0, Problem("", _("There is nobody in this table.")))
    _refuse_taken(found, complaints)
    _refuse_unknown_relatives(found, complaints)
    if complaints.total:
        raise ImportRefused(complaints)
    return found


def _refuse_taken(rows: list[Row], complaints: Complaints) -> None:
    """References are given once: in the table, and among those registered before."""
    counted = Counter(row.reference for row in rows if row.reference)
    taken: set[str] = set()
    asked = list(counted)
    for start in range(0, len(asked), CHUNK):
        part = Person.objects.filter(reference__in=asked[start : start + CHUNK])
        taken |= set(part.values_list("reference", flat=True))
    for number, row in enumerate(rows, 1):
        if row.reference in taken:
            sentence = _("This reference belongs to somebody already registered.")
            complaints.add(number, Problem("reference", sentence))
        elif counted[row.reference] > 1 and row.reference:
            complaints.add(number, Problem("reference", _("This reference comes twice.")))


def _refuse_unknown_relatives(rows: list[Row], complaints: Complaints) -> None:
    """Whoever is named by a reference is in the table or registered, and is not who names them."""
    known = {row.reference for row in rows if row.reference}
    asked = sorted({each.reference for row in rows for each in row.relatives} - known - {""})
    for start in range(0, len(asked), CHUNK):
        part = Person.objects.filter(
            reference__in=asked[start : start + CHUNK], status=PersonStatus.CURRENT
        )
        known |= set(part.values_list("reference", flat=True))
    for number, row in enumerate(rows, 1):
        for each in row.relatives:
            if each.reference and (each.reference not in known or each.reference == row.reference):
                sentence = NOT_FOUND % {"reference": spaced(each.reference)}
                complaints.add(number, Problem("family", sentence))


def _people(rows: list[Row], ids: Any, now: Any) -> Iterator[tuple[Any, ...]]:
    for row, number in zip(rows, ids, strict=True):
        said = row.fields
        known = said | {
            "id": number,
            "reference": row.reference or new_reference(),
            "status": PersonStatus.CURRENT.value,
            "registered_at": now,
        }
        yield tuple(known[column] for column in PERSON)


def _words(rows: list[Row], ids: Any) -> Iterator[tuple[Any, ...]]:
    for row, number in zip(rows, ids, strict=True):
        said = row.fields
        names = (said["full_name"], said["native_name"], said["given_name"], said["family_name"])
        for word in name_words(*names):
            yield (number, word)


def _claims(rows: list[Row], ids: Any, now: Any) -> Iterator[tuple[Any, ...]]:
    source, shown = Source.IMPORTED.value, Visibility.OFFICERS.value
    for row, number in zip(rows, ids, strict=True):
        for said in row.claims:
            yield (
                number,
                said.kind,
                said.label,
                said.code,
                said.level,
                said.country,
                writing.stored_day(said.from_date),
                writing.stored_day(said.until_date),
                said.rest,
                source,
                now,
                now,
                shown,
                "current",
                True,
            )


def _consents(
    actor: Actor, rows: list[Row], ids: Any, now: Any, confirmed: tuple[Purpose, ...]
) -> Iterator[tuple[Any, ...]]:
    language = (get_language() or "en").partition("-")[0]
    source = ConsentSource.IMPORTED.value
    for row, number in zip(rows, ids, strict=True):
        for purpose in confirmed if row.consents is None else row.consents:
            yield (number, str(purpose), VERSION, language, source, now, actor.user_id)
