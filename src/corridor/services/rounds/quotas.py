"""Quotas as people write them: `to DEU 40` or `from NPL 100`, one a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

LINE = re.compile(r"(to|from)\s+([A-Z]{3})\s+([0-9]{1,7})")


@dataclass(frozen=True, kw_only=True)
class Quota:
    """At most `at_most` people go to a country of work, or come from a nationality."""

    side: Literal["to", "from"]
    country: str
    at_most: int

    @property
    def name(self) -> str:
        return f"{self.side} {self.country} {self.at_most}"


def read_quotas(text: str) -> tuple[list[Quota], list[tuple[str, str, StrOrPromise]]]:
    """The quotas in a text and what is wrong with it, line by line."""
    found: dict[tuple[str, str], Quota] = {}
    wrong: list[tuple[str, str, StrOrPromise]] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        match = LINE.fullmatch(line)
        if match is None:
            sentence = _("Write “%(line)s” as: to DEU 40, or: from NPL 100.") % {"line": line[:60]}
            wrong.append(("quotas", "rounds.quota_unreadable", sentence))
            continue
        side: Literal["to", "from"] = "to" if match[1] == "to" else "from"
        if (side, match[2]) in found:
            sentence = _("“%(line)s” stands beside another quota for the same country.") % {
                "line": line
            }
            wrong.append(("quotas", "rounds.quota_twice", sentence))
        found[side, match[2]] = Quota(side=side, country=match[2], at_most=int(match[3]))
    return list(found.values()), wrong


def written(quotas: Sequence[Quota]) -> str:
    return "\n".join(quota.name for quota in quotas)
