"""What is claimed of the matrix, what is not yet, and whether the two add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from corridor.kernel.matrix.rows import parts, read
from corridor.kernel.offers import Claim


def claims() -> list[Claim]:
    """Every app's CLAIMS, from its `activities.py`, by part."""
    found = [
        claim
        for config in apps.get_app_configs()
        if config.module is not None and module_has_submodule(config.module, "activities")
        for claim in import_module(f"{config.name}.activities").CLAIMS
    ]
    return sorted(found, key=lambda claim: order(claim.part))


def order(part: str) -> tuple[str, int, int]:
    """1a2.3 before 1a10.1."""
    row, _, place = part.partition(".")
    return row[:2], int(row[2:] or 0), int(place or 0)


def not_yet() -> list[str]:
    """The parts nobody claims, as not_yet.toml lists them: row = [part numbers]."""
    return [f"{row}.{place}" for row, places in read("not_yet.toml").items() for place in places]


def sums(claimed: Iterable[str], waiting: Iterable[str]) -> list[str]:
    """What is wrong: each part must stand once among the claims or once in not_yet.toml."""
    here, there, known = Counter(claimed), Counter(waiting), parts()
    found = [f"{part} is no part of the matrix" for part in sorted({*here, *there} - known)]
    found += [f"{part} is claimed {times} times" for part, times in here.items() if times > 1]
    found += [f"{part} is in not_yet.toml twice" for part, times in there.items() if times > 1]
    found += [
        f"{part} is claimed: take it out of not_yet.toml" for part in sorted({*here} & {*there})
    ]
    found += [
        f"{part} is neither claimed nor in not_yet.toml"
        for part in sorted(known - {*here} - {*there}, key=order)
    ]
    return found


def unkept(claim: Claim, pages: set[str], root: Path) -> list[str]:
    """What a claim says that is not so: its pages, its act, its document."""
    found = [
        f"{claim.part}: no page is called {page}"
        for page in (claim.page, *claim.more_pages)
        if not any(fnmatchcase(name, page) for name in pages)
    ]
    app, _, act = claim.act.partition(".")
    door = next((config for config in apps.get_app_configs() if config.label == app), None)
    if door is None or not hasattr(import_module(f"{door.name}.api"), act):
        found.append(f"{claim.part}: no act is called {claim.act}")
    if not (root / claim.doc).is_file():
        found.append(f"{claim.part}: {claim.doc} is not there")
    return found


def unclaimed(pages: set[str], claimed: Iterable[Claim], plumbing: Iterable[str]) -> list[str]:
    """Pages that serve no part and are no plumbing; plumbing patterns that match no page."""
    serving = [page for claim in claimed for page in (claim.page, *claim.more_pages)]
    patterns = list(plumbing)
    found = [
        f"{page} belongs to no claim and is no plumbing"
        for page in sorted(pages)
        if not any(fnmatchcase(page, pattern) for pattern in [*serving, *patterns])
    ]
    return found + [
        f"plumbing {pattern} matches no page"
        for pattern in patterns
        if not any(fnmatchcase(page, pattern) for page in pages)
    ]
