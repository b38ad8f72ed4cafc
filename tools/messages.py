"""Gather what each app says into its catalogues, or with --check say what is not translated.

Run: python tools/messages.py [--check] [app …]   (needs neither gettext nor a running site)
A catalogue keeps its translations, gains what is new, loses what nobody says any more; it is
sorted and names no source lines, so that two people's changes rarely meet. All catalogues become
one: a phrase that means two things takes a context (pgettext) rather than two translations.
"""

from __future__ import annotations

import calendar
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from babel.messages.extract import extract

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "corridor"
LANGUAGES = ("fr", "es", "ar")
PLURALS = {
    "fr": "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    "es": "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    "ar": (
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
        " : n%100>=11 && n%100<=99 ? 4 : 5;"
    ),
}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
# context, singular, plural
Message = tuple[str | None, str, str | None]


def app_folders() -> list[Path]:
    """Every app: a package with an apps.py."""
    return sorted(path.parent for path in PACKAGE.rglob("apps.py"))


def sources(app: Path) -> Iterator[tuple[Path, str]]:
    """An app's modules and templates as Python text that Babel can read."""
    from django.utils.translation.template import templatize

    for path in sorted(app.rglob("*")):
        inside = path.relative_to(app).parts
        if "migrations" in inside or any(part.startswith((".", "__py")) for part in inside):
            continue
        if path.suffix == ".py":
            yield path, path.read_text(encoding="utf-8")
        elif "templates" in inside and path.suffix in {".html", ".txt", ".svg"}:
            text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            yield path, "\n".join(line.strip() for line in text.splitlines())


def said(app: Path) -> set[Message]:
    """Everything an app says to people."""
    found: set[Message] = set()
    for _path, text in sources(app):
        for _line, message, _comments, context in extract(
            "python", io.BytesIO(text.encode()), keywords=KEYWORDS
        ):
            single, plural = message if isinstance(message, tuple) else (message, None)
            if single:
                found.add((context, single, plural))
    return found


def catalogue_of(app: Path, language: str) -> Path:
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def key(entry: polib.POEntry) -> Message:
    return (entry.msgctxt, entry.msgid, entry.msgid_plural or None)


def header(language: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "Corridor",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }


def merged(messages: set[Message], old: polib.POFile, language: str) -> polib.POFile:
    """A fresh catalogue of these messages with the translations the old one had."""
    known = {key(entry): entry for entry in old if not entry.obsolete}
    new = polib.POFile(wrapwidth=100)
    new.metadata = header(language)
    forms = int(re.findall(r"nplurals=(\d)", PLURALS[language])[0])
    for message in sorted(messages, key=lambda one: (one[1], one[0] or "")):
        context, single, plural = message
        entry = polib.POEntry(msgctxt=context, msgid=single, msgid_plural=plural or "")
        before = known.get(message)
        if plural:
            had = before.msgstr_plural if before else {}
            entry.msgstr_plural = {form: had.get(form, "") for form in range(forms)}
        else:
            entry.msgstr = before.msgstr if before else ""
        if PLACEHOLDER.search(single):
            entry.flags = ["python-format" if "%(" in single else "python-brace-format"]
        new.append(entry)
    return new


def write(app: Path) -> int:
    """Bring an app's catalogues up to date; how many messages wait for a translation."""
    messages, waiting = said(app), 0
    for language in LANGUAGES:
        path = catalogue_of(app, language)
        if not messages:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        old = polib.pofile(str(path)) if path.exists() else polib.POFile()
        new = merged(messages, old, language)
        new.save(str(path))
        waiting += len(new.untranslated_entries())
    return waiting


def faults(app: Path) -> list[str]:
    """What is missing or wrong in an app's catalogues, a line each."""
    messages = said(app)
    found = [f"{app.name}: {word!r} is Django's day or month" for word in dates_in(messages)]
    for language in LANGUAGES if messages else ():
        path = catalogue_of(app, language)
        name = path.relative_to(PACKAGE)
        if not path.exists():
            found.append(f"{name}: not there; run make messages")
            continue
        catalogue = polib.pofile(str(path))
        found += [f"{name}: {line}" for line in catalogue_faults(catalogue, messages, language)]
    return found


def dates_in(messages: set[Message]) -> list[str]:
    """Phrases without a context that Django writes dates with: "May" would end up in them."""
    names = (calendar.month_name, calendar.month_abbr, calendar.day_name, calendar.day_abbr)
    words = {word.casefold() for named in names for word in named if word}
    return sorted(one[1] for one in messages if one[0] is None and one[1].casefold() in words)


def catalogue_faults(
    catalogue: polib.POFile, messages: set[Message], language: str
) -> Iterator[str]:
    entries = {key(entry): entry for entry in catalogue if not entry.obsolete}
    yield from (f"not there: {one[1]!r}" for one in sorted(messages - set(entries), key=str))
    yield from (f"nobody says: {one[1]!r}" for one in sorted(set(entries) - messages, key=str))
    if catalogue.metadata.get("Plural-Forms") != PLURALS[language]:
        yield "its plural forms are not those of the language; run make messages"
    forms = int(re.findall(r"nplurals=(\d)", PLURALS[language])[0])
    for entry in entries.values():
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if entry.fuzzy:
            yield f"a guess: {entry.msgid!r}"
        if not all(texts) or (entry.msgid_plural and len(texts) != forms):
            yield f"not translated: {entry.msgid!r}"
        elif lost := placeholders_lost(entry, texts):
            yield f"placeholders {sorted(lost)} differ: {entry.msgid!r}"


def placeholders_lost(entry: polib.POEntry, texts: list[str]) -> set[str]:
    """Placeholders invented, or missing where the count alone does not explain it.

    A plural form for exactly one or two may leave the number out.
    """
    asked = names(entry.msgid) | names(entry.msgid_plural or "")
    given = [names(text) for text in texts]
    invented = set().union(*given) - asked
    always = names(entry.msgid) if not entry.msgid_plural else asked & names(entry.msgid)
    missing = asked - given[-1] if entry.msgid_plural else always - given[0]
    return invented | missing


def disagreements(apps: list[Path]) -> Iterator[str]:
    """One English phrase with two translations: Django would show the first app's everywhere."""
    for language in LANGUAGES:
        given: dict[Message, dict[tuple[str, ...], str]] = {}
        for app in apps:
            path = catalogue_of(app, language)
            for entry in polib.pofile(str(path)) if path.exists() else ():
                texts = tuple(entry.msgstr_plural.values()) or (entry.msgstr,)
                if all(texts) and not entry.obsolete:
                    phrase = (entry.msgctxt, entry.msgid, entry.msgid_plural or None)
                    given.setdefault(phrase, {}).setdefault(texts, app.name)
        for (context, single, _plural), ways in given.items():
            if len(ways) > 1:
                said_by = ", ".join(f"{texts[0]!r} in {app}" for texts, app in ways.items())
                meant = f" ({context})" if context else ""
                yield f"{language}: {single!r}{meant} has {len(ways)} translations: {said_by}"


def names(text: str) -> set[str]:
    return {one or other for one, other in PLACEHOLDER.findall(text)}


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
    wanted = {argument for argument in arguments if not argument.startswith("-")}
    folders = [app for app in app_folders() if not wanted or app.name in wanted]
    if "--check" in arguments:
        found = [line for app in folders for line in faults(app)]
        found += disagreements(app_folders())
        print(*found, sep="\n", end="\n" if found else "")
        return 1 if found else 0
    for app in folders:
        if waiting := write(app):
            print(f"{app.name}: {waiting} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
