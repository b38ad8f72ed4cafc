"""The modes in plain words, with a code so that a translator can say the same."""

from __future__ import annotations

from corridor.engines.matching.allocation.result import Description

RANKED = Description(
    "mode.ranked",
    "We went down one list of all eligible pairs, highest score first, and placed each person "
    "while the vacancy had places. Equal scores were settled by the published lottery.",
)
RANKED_FLOORS = Description(
    "mode.ranked.floors",
    "We went down one list of all eligible pairs, highest score first: first for people who fill "
    "a floor, until it was met, then for everyone. Equal scores were settled by the published "
    "lottery.",
)
STABLE_WORKERS = Description(
    "mode.stable.workers",
    "No worker and vacancy would both rather have each other than what they got. Of all such "
    "outcomes this is the one every worker likes best.",
)
STABLE_VACANCIES = Description(
    "mode.stable.vacancies",
    "No worker and vacancy would both rather have each other than what they got. Of all such "
    "outcomes this is the one every vacancy likes best.",
)
STABLE_RULES = Description(
    "mode.stable.rules",
    "No party and vacancy would both rather have each other than what they got, counting the "
    "families, quotas and floors of this round.",
)
BEST_TOTAL = Description(
    "mode.best-total",
    "No other allocation under the same rules gives a greater total benefit. One person may stand "
    "lower in a vacancy than another who was left out, where that serves the whole.",
)
BEST_FOUND = Description(
    "mode.best-total.time-limit",
    "The best allocation found in the time allowed. A better one may exist; the certificate says "
    "by how much at most.",
)
OVER_TIME = Description(
    "mode.over-time",
    "Each person was placed in the week they arrived. Every place carried a price for those still "
    "to come, and a person got the place that served best after paying it.",
)


def nearly_stable(number: int) -> Description:
    """A stable allocation was not found; says how many pairs still have cause to complain."""
    return Description(
        "mode.stable.not-proved",
        f"With these families, quotas and floors no stable allocation was found, and there may be "
        f"none. In this one {number} pairs would still rather have each other; they are listed.",
    )
