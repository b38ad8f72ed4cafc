"""Matching and placing on files: what the command line does, without a database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from corridor.engines import matching
from corridor.kernel.actors.api import CorridorError
from corridor.services.rounds.errors import RoundRefused
from corridor.services.rounds.floors import read_floors
from corridor.services.rounds.models import Round
from corridor.services.rounds.presets import PRESETS, preset
from corridor.services.rounds.quotas import read_quotas

Told = Callable[[int, int | None], None]
MODES = "shortlist, ranked, stable, best_total or over_time."
ROUND_FIELDS = (
    *("number", "title", "state", "mode", "top", "seed", "workers_count", "vacancies_count"),
    *(
        "waiver",
        "agreed_digest",
        "places_count",
        "listed_count",
        "placed_count",
        "criteria_digest",
        "workers_digest",
    ),
    *("vacancies_digest", "result_digest"),
)


class FileRefused(CorridorError):
    """A file, a criteria set or a name given on the command line cannot be used."""

    code = "rounds.file_refused"
    sentence = _("%(reason)s")


@dataclass(frozen=True, kw_only=True)
class Read:
    """Two tables and a criteria set, read and found sound."""

    workers: matching.Workers
    vacancies: matching.Vacancies
    criteria: matching.Criteria


@contextmanager
def refusals() -> Iterator[None]:
    """What an engine refuses becomes an error of ours: a sentence and exit code 1."""
    from corridor.engines.matching import allocation

    try:
        yield
    except (matching.MatchingRefused, allocation.MarketRefused) as error:
        raise FileRefused(reason=str(error)) from error


@contextmanager
def progress_bar(what: str) -> Iterator[Told]:
    """A bar on the error stream, so that the answer can be piped."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Elapsed()
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def criteria_text(given: str) -> str:
    """The TOML of a preset or a file. Raises FileRefused when it is neither."""
    if given in PRESETS:
        return preset(given)
    path = Path(given)
    if not path.is_file():
        names = ", ".join(PRESETS)
        reason = _("There is no file %(path)s; give a TOML file or one of %(names)s.")
        raise FileRefused(reason=reason % {"path": given, "names": names})
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        text = _("%(path)s is not UTF-8 text; save it as UTF-8.") % {"path": given}
        raise FileRefused(reason=text) from error


def read(workers: Path, vacancies: Path, criteria: str) -> Read:
    """Read both tables and the criteria; every error of all three comes together."""
    errors: list[str] = []
    found: dict[str, Any] = {}
    text = criteria_text(criteria) + "\n"
    readings: dict[str, Callable[[], Any]] = {
        "workers": lambda: matching.read_workers(workers),
        "vacancies": lambda: matching.read_vacancies(vacancies),
        "criteria": lambda: matching.Criteria.from_toml(text),
    }
    for name, reading in readings.items():
        try:
            found[name] = reading()
        except matching.MatchingRefused as refused:
            errors.append(str(refused))
    if errors:
        raise FileRefused(reason="\n".join(errors))
    return Read(**found)


def match(
    read: Read, *, top: int, seed: int, out: Path | None, kernel: str, compute: str
) -> dict[str, Any]:
    """Shortlist, written to `out` if given; returns what to say of it."""
    with progress_bar("matching") as told:
        if compute == "local":
            found = matching.shortlist(
                read.workers,
                read.vacancies,
                read.criteria,
                top=top,
                seed=seed,
                kernel=kernel,
                progress=told,
            )
        else:
            found = _on_a_cluster(read, compute, top=top, seed=seed)
    if out is not None:
        found.write_parquet(out)
    return {
        "workers": len(read.workers),
        "vacancies": len(read.vacancies),
        "places": int(read.vacancies.places.sum()),
        "rows": len(found),
        "vacancies_with_nobody": int((found.eligible == 0).sum()),
        "criteria": read.criteria.digest,
        "seed": seed,
        **({"out": str(out)} if out else {}),
    }


def _on_a_cluster(read: Read, master: str, *, top: int, seed: int) -> matching.Shortlist:
    """The same kernel on a Spark cluster, vacancies in partitions."""
    if not master.startswith(("spark://", "local[")):
        reason = _("%(given)s is not a way to compute; say local, or spark://host:port.")
        raise FileRefused(reason=reason % {"given": master})
    try:
        return matching.shortlist_on_spark(
            master, read.workers, read.vacancies, read.criteria, top=top, seed=seed
        )
    except ImportError as error:
        text = _("Spark is not installed here; install corridor[spark].")
        raise FileRefused(reason=text) from error


def labels_of(codes: Collection[str], given: Path | None) -> dict[str, str]:
    """What skills are called: by a file of labels, else by the ESCO that is loaded here, if any."""
    if given is not None:
        named = _labels(given)
        return {code: named[code] for code in codes if code in named}
    from django.db import DatabaseError

    from corridor.services.rounds import words

    try:
        return words.skill_names(codes)
    except DatabaseError:  # files are matched where no database was ever set up, too
        return {}


def _labels(path: Path) -> dict[str, str]:
    """Code to label of a CSV with the columns code and label, or as ESCO publishes its skills."""
    import csv

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            columns = set(rows.fieldnames or ())
            for code, label in (("code", "label"), ("conceptUri", "preferredLabel")):
                if {code, label} <= columns:
                    return {row[code]: row[label] for row in rows if row[code] and row[label]}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = _("%(path)s cannot be read as CSV in UTF-8: %(error)s")
        raise FileRefused(reason=reason % {"path": path, "error": error}) from error
    reason = _("%(path)s has no columns code and label (or conceptUri and preferredLabel).")
    raise FileRefused(reason=reason % {"path": path})


def explain(read: Read, worker: str, vacancy: str, *, labels: Path | None = None) -> dict[str, Any]:
    """Why this worker is or is not for this vacancy, and what would change it."""
    found = matching.explain(read.workers, read.vacancies, read.criteria, worker, vacancy)
    found = found.named(labels_of(found.skills, labels))
    return {
        "worker": worker,
        "vacancy": vacancy,
        "eligible": found.eligible,
        "score": found.score,
        "sentence": found.sentence,
        "reasons": [
            {
                "criterion": reason.criterion,
                "verdict": reason.verdict,
                "points": reason.points,
                "possible": reason.possible,
                "needed": reason.needed,
                "sentence": reason.sentence,
            }
            for reason in found.reasons
        ],
        "changes": [change.sentence for change in found.changes],
    }


def rules_of(quotas: Sequence[str] | None, floors: Sequence[str] | None) -> dict[str, Any]:
    """Quotas and floors given one by one. Raises RoundRefused with all that cannot be read."""
    found, wrong = read_quotas("\n".join(quotas or ()))
    asked, unread = read_floors("\n".join(floors or ()))
    if wrong or unread:
        raise RoundRefused([*wrong, *unread])
    return {"quotas": tuple(found), "floors": tuple(asked)}


def round_as_json(found: Round) -> dict[str, Any]:
    return {field: getattr(found, field) for field in ROUND_FIELDS}
