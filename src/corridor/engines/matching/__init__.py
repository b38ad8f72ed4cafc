"""Matching: workers to vacancies by agreed criteria, exactly, with reasons.

`read_workers`, `read_vacancies` and `Criteria.from_toml` bring the inputs in; `shortlist` lists for
each vacancy the best eligible workers; `best_vacancies` turns it round for one worker; `explain`
says why, and what would change a rejection. The page docs/engines/matching.md has the maths.
`points` scores people by a published points system; `impact` says whether a selection falls harder
on one group than on another.
"""

from . import points
from ._best import BestVacancies, best_vacancies
from ._cells import KnownCodes
from ._explain import Change, Explanation, Reason, explain
from ._files import read_vacancies, read_workers
from ._impact import GroupImpact, Impact, impact
from ._judge import Reasons
from ._lottery import ticket
from ._result import Shortlist
from ._schema import CEFR, SKILL_LEVELS, Ragged, Vacancies, Workers
from ._shortlist import shortlist, shortlist_blocks
from ._spark import shortlist_on_spark
from .criteria import COMPONENTS, ORDER, Criteria, Weight
from .errors import (
    CriteriaError,
    CriteriaRefused,
    MatchingRefused,
    TableError,
    TableRefused,
    UnknownRow,
)

__all__ = [
    "CEFR",
    "COMPONENTS",
    "ORDER",
    "SKILL_LEVELS",
    "BestVacancies",
    "Change",
    "Criteria",
    "CriteriaError",
    "CriteriaRefused",
    "Explanation",
    "GroupImpact",
    "Impact",
    "KnownCodes",
    "MatchingRefused",
    "Ragged",
    "Reason",
    "Reasons",
    "Shortlist",
    "TableError",
    "TableRefused",
    "UnknownRow",
    "Vacancies",
    "Weight",
    "Workers",
    "best_vacancies",
    "explain",
    "impact",
    "points",
    "read_vacancies",
    "read_workers",
    "shortlist",
    "shortlist_blocks",
    "shortlist_on_spark",
    "ticket",
]
