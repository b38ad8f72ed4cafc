"""Added requirements as people write them, one a line: `required interview Conduct at work`."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from corridor.services.rounds.floors import Finding
from corridor.services.rounds.procedure import ADDED_STEPS, Added, Need


def read_added(text: str) -> tuple[tuple[Added, ...], list[Finding]]:
    """The requirements, and what is wrong line by line. A step may name its kind: `test:welding`.

    Lines with one title are one requirement judged at several steps.
    """
    found: dict[str, Added] = {}
    wrong: list[Finding] = []
    for number, line in enumerate(text.splitlines(), start=1):
        need, _space, rest = line.strip().partition(" ")
        judged, _space, title = rest.strip().partition(" ")
        step, _colon, kind = judged.partition(":")
        title = title.strip()
        if not line.strip():
            continue
        if need not in Need.values or step not in ADDED_STEPS or not title:
            sentence = _(
                "Line %(number)s: write “required” or “asset”, “test” or “interview”, and what is "
                "asked."
            ) % {"number": number}
            wrong.append(("added", "rounds.added_line", sentence))
            continue
        earlier = found.get(title)
        found[title] = Added(
            code=earlier.code if earlier else slugify(title)[:40].strip("-") or f"added-{number}",
            title=title,
            need=need,
            steps={**(earlier.steps if earlier else {}), step: kind},
        )
    return tuple(found.values()), wrong


def written(added: Iterable[Added]) -> str:
    """The same as lines again."""
    return "\n".join(
        f"{one.need} {step}{':' if kind else ''}{kind} {one.title}"
        for one in added
        for step, kind in one.steps.items()
    )
