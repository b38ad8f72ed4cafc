"""People found by their names: the words kept for each, and who has the words asked for."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from corridor.kernel.people.models import Person
from corridor.kernel.people.models_names import NAME_WORD_BYTES, NameWord
from corridor.kernel.people.names import search_key
from corridor.kernel.people.sounds import heard

# No UTF-8 text holds this byte, so it stands behind all that begin alike.
BEHIND = b"\xff"
SOUNDS_FROM_LETTERS = 3


def name_words(*names: str) -> list[bytes]:
    """The words of these names, each once: their spellings and how they sound."""
    words = [*search_key(*names).split(), *heard(*names)]
    return list(dict.fromkeys(kept(word) for word in words))


def kept(word: str) -> bytes:
    """A word as it is kept, cut where it is too long."""
    return word.encode()[:NAME_WORD_BYTES]


def words_of(person: Person) -> list[bytes]:
    return name_words(person.full_name, person.native_name, person.given_name, person.family_name)


def keep_words(people: Iterable[Person]) -> int:
    """Find the words of these people anew, in the caller's transaction; says how many changed."""
    now = {person.pk: set(words_of(person)) for person in people}
    before: dict[int, set[bytes]] = {pk: set() for pk in now}
    for pk, word in NameWord.objects.filter(person__in=now).values_list("person", "word"):
        before[pk].add(bytes(word))
    changed = [pk for pk in now if now[pk] != before[pk]]
    if changed:
        NameWord.objects.filter(person__in=changed).delete()
        NameWord.objects.bulk_create(
            NameWord(person_id=pk, word=word) for pk in changed for word in sorted(now[pk])
        )
    return len(changed)


def named(found: QuerySet[Person], text: str) -> QuerySet[Person]:
    """Those with a name that begins with each word, or sounds like it, in whatever script."""
    for word in text.split():
        spelt = search_key(word).split()
        sounding = heard(word) if len(spelt) == 1 and len(word) >= SOUNDS_FROM_LETTERS else []
        if not spelt:
            return found.none()
        for part in spelt:
            found = found.filter(pk__in=with_word(part, sounding).values("person"))
    return found


def with_word(spelt: str, sounding: Iterable[str] = ()) -> QuerySet[NameWord]:
    """Words that begin so, or are one of these sounds."""
    beginning = kept(spelt)
    asked = Q(word__gte=beginning, word__lt=beginning + BEHIND)
    for sound in sounding:
        asked |= Q(word=kept(sound))
    return NameWord.objects.filter(asked)
