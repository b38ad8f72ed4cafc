"""What an app says is gathered from code and templates, and gaps in a catalogue are found."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tools import messages

CODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
TITLE = _("Vacancies")
def count(n): return ngettext("%(n)s place", "%(n)s places", n)
STATE = pgettext("a vacancy", "open")
"""
PAGE = """{% load i18n %}
<h1>{% translate "Hello" %}</h1>
  {% blocktranslate trimmed count n=n %}
    {{ n }} day
  {% plural %}
    {{ n }} days
  {% endblocktranslate %}
"""
SAID = {
    (None, "Vacancies", None),
    (None, "%(n)s place", "%(n)s places"),
    ("a vacancy", "open", None),
    (None, "Hello", None),
    (None, "%(n)s day", "%(n)s days"),
}


@pytest.fixture
def app(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setattr(messages, "PACKAGE", tmp_path)
    folder = tmp_path / "jobs"
    (folder / "templates").mkdir(parents=True)
    (folder / "reads.py").write_text(CODE, encoding="utf-8")
    (folder / "templates" / "a.html").write_text(PAGE, encoding="utf-8")
    return folder


def filled(app: Path, language: str) -> polib.POFile:
    """A catalogue with every message translated by itself."""
    catalogue = messages.merged(messages.said(app), polib.POFile(), language)
    for entry in catalogue:
        entry.msgstr = "" if entry.msgid_plural else entry.msgid
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, entry.msgid_plural)
    return catalogue


def faults(catalogue: polib.POFile, language: str = "ar") -> list[str]:
    return list(messages.catalogue_faults(catalogue, SAID, language))


def test_code_and_templates_are_heard(app: Path) -> None:
    assert messages.said(app) == SAID


def test_every_language_gets_its_own_plural_forms(app: Path) -> None:
    assert messages.write(app) == 3 * len(SAID)
    catalogue = polib.pofile(str(messages.catalogue_of(app, "ar")))
    assert len(catalogue.find("%(n)s day").msgstr_plural) == 6


def test_translations_are_kept_and_what_nobody_says_is_dropped(app: Path) -> None:
    messages.write(app)
    path = messages.catalogue_of(app, "fr")
    catalogue = polib.pofile(str(path))
    catalogue.find("Hello").msgstr = "Bonjour"
    catalogue.append(polib.POEntry(msgid="Gone", msgstr="Parti"))
    catalogue.save(str(path))
    messages.write(app)
    again = polib.pofile(str(path))
    assert again.find("Hello").msgstr == "Bonjour"
    assert again.find("Gone") is None


def test_a_complete_catalogue_has_no_fault(app: Path) -> None:
    assert faults(filled(app, "ar")) == []


def test_a_month_or_a_day_of_djangos_is_not_said_otherwise() -> None:
    told = {(None, "May", None), (None, "Sat", None), ("a token", "May", None), (None, "Hi", None)}
    assert messages.dates_in(told) == ["May", "Sat"]


def test_a_missing_catalogue_is_said(app: Path) -> None:
    assert len(messages.faults(app)) == 3


def broken(catalogue: polib.POFile, how: str) -> polib.POFile:
    hello = catalogue.find("Hello")
    days = catalogue.find("%(n)s day")
    if how == "empty":
        hello.msgstr = ""
    elif how == "guess":
        hello.flags.append("fuzzy")
    elif how == "gone":
        catalogue.remove(hello)
    elif how == "unsaid":
        catalogue.append(polib.POEntry(msgid="Never", msgstr="x"))
    elif how == "placeholder":
        days.msgstr_plural = dict.fromkeys(days.msgstr_plural, "%(m)s أيام")
    elif how == "forms":
        days.msgstr_plural = {0: "%(n)s", 1: "%(n)s"}
    elif how == "other":
        hello.msgstr = "Salut"
    elif how == "context":
        catalogue.find("open", msgctxt="a vacancy").msgstr = "close"
    elif how == "rule":
        catalogue.metadata["Plural-Forms"] = "nplurals=2; plural=n != 1;"
    return catalogue


@pytest.mark.parametrize(
    ("how", "complaint"),
    [
        ("empty", "not translated: 'Hello'"),
        ("guess", "a guess: 'Hello'"),
        ("gone", "not there: 'Hello'"),
        ("unsaid", "nobody says: 'Never'"),
        ("placeholder", "placeholders ['m', 'n'] differ: '%(n)s day'"),
        ("forms", "not translated: '%(n)s day'"),
        ("rule", "its plural forms are not those of the language; run make messages"),
    ],
)
def test_each_kind_of_gap_is_found(app: Path, how: str, complaint: str) -> None:
    assert faults(broken(filled(app, "ar"), how)) == [complaint]


def twin(app: Path, how: str) -> list[str]:
    """A second app that says "Hello" and "%(n)s day" as well, changed as asked."""
    other = app.parent / "rounds"
    for folder in (app, other):
        for language in messages.LANGUAGES:
            path = messages.catalogue_of(folder, language)
            path.parent.mkdir(parents=True)
            catalogue = filled(app, language)
            if folder == other and language == "fr":
                broken(catalogue, how)
            catalogue.save(str(path))
    return list(messages.disagreements([app, other]))


@pytest.mark.parametrize("how", ["nothing", "empty", "gone", "unsaid"])
def test_two_apps_may_say_the_same_phrase(app: Path, how: str) -> None:
    assert twin(app, how) == []


@pytest.mark.parametrize(
    ("how", "complaint"),
    [
        ("other", "fr: 'Hello' has 2 translations: 'Hello' in jobs, 'Salut' in rounds"),
        ("placeholder", "fr: '%(n)s day' has 2 translations: '%(n)s days' in jobs,"),
        ("context", "fr: 'open' (a vacancy) has 2 translations: 'open' in jobs, 'close' in rounds"),
    ],
)
def test_one_phrase_with_two_translations_is_refused(app: Path, how: str, complaint: str) -> None:
    (found,) = twin(app, how)
    assert found.startswith(complaint)


def test_the_check_fails_on_a_disagreement(app: Path, monkeypatch, capsys) -> None:
    twin(app, "other")
    monkeypatch.setattr(messages, "app_folders", lambda: [app, app.parent / "rounds"])
    monkeypatch.setattr(messages, "faults", lambda _app: [])
    assert messages.main(["--check", "jobs"]) == 1
    assert "'Hello' has 2 translations" in capsys.readouterr().out
