"""Is everything in order? One line a check: what was found, and how to mend what is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum

from django.db import DatabaseError
from django.utils.translation import gettext as _


class Grade(StrEnum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """`mend` is what to do, a command where there is one; empty when all is well."""

    check: str
    grade: Grade
    found: str
    mend: str = ""


def ok(found: str) -> Finding:
    return Finding(check="", grade=Grade.OK, found=found)


def warn(found: str, mend: str) -> Finding:
    return Finding(check="", grade=Grade.WARN, found=found, mend=mend)


def fail(found: str, mend: str) -> Finding:
    return Finding(check="", grade=Grade.FAIL, found=found, mend=mend)


Check = Callable[[], Finding]
_checks: dict[str, tuple[Check, bool]] = {}


def check(name: str, *, needs_database: bool = False) -> Callable[[Check], Check]:
    """Make a function a check; those that need the database are left out when it is away."""

    def register(function: Check) -> Check:
        _checks[name] = (function, needs_database)
        return function

    return register


def examine() -> list[Finding]:
    """Run every check, in the order they are declared; one that breaks is a finding itself."""
    from corridor.site import checkups  # noqa: F401

    findings: list[Finding] = []
    database_answers = True
    for name, (function, needs_database) in _checks.items():
        if needs_database and not database_answers:
            continue
        finding = one(name, function)
        if name == "database" and finding.grade == Grade.FAIL:
            database_answers = False
        findings.append(finding)
    return findings


def one(name: str, function: Check) -> Finding:
    try:
        found = function()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[-1]
        found = fail(
            _("cannot be told: %(reason)s") % {"reason": reason}, "corridor manage migrate"
        )
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        found = fail(_("cannot be told: %(reason)s") % {"reason": reason}, "")
    return Finding(check=name, grade=found.grade, found=found.found, mend=found.mend)


def as_json(findings: list[Finding]) -> str:
    worst = "fail" if any(one.grade == Grade.FAIL for one in findings) else "ok"
    return json.dumps(
        {"verdict": worst, "findings": [asdict(one) for one in findings]}, ensure_ascii=False
    )


MARKS = {Grade.OK: "ok  ", Grade.WARN: "warn", Grade.FAIL: "FAIL"}


def as_text(findings: list[Finding]) -> str:
    width = max(len(one.check) for one in findings)
    lines = []
    for one in findings:
        lines.append(f"{MARKS[one.grade]}  {one.check:<{width}}  {one.found}")
        if one.mend:
            lines.append(f"{'':{width + 8}}-> {one.mend}")
    return "\n".join(lines)
