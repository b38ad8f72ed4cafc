"""The sheet of an assessment: its lines, and what points on them come to. Exact, in integers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

SHARE_FULL = 10_000
LINES_MAX = 60
SCALE_MAX = 1_000
WEIGHT_MAX = 1_000
TEXT_LENGTH_MAX = 300


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: `scale_max` points at most, counting `weight` times; `pass_mark` points at least.

    `texts` says it by language; `text` is what a reader of now is shown.
    """

    code: str
    texts: Mapping[str, str]
    scale_max: int
    weight: int = 1
    pass_mark: int | None = None

    @property
    def text(self) -> str:
        language = (get_language() or "en").partition("-")[0]
        return self.texts.get(language) or next(iter(self.texts.values()), self.code)

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Line:
        """From plain values; `text` is a sentence, or sentences by language."""
        text = given.get("text", "")
        return cls(
            code=str(given.get("code", "")).strip(),
            texts=dict(text) if isinstance(text, Mapping) else {"en": str(text)},
            scale_max=given.get("scale_max", 0),
            weight=given.get("weight", 1),
            pass_mark=given.get("pass_mark"),
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "text": dict(self.texts),
            "scale_max": self.scale_max,
            "weight": self.weight,
            "pass_mark": self.pass_mark,
        }


@dataclass(frozen=True)
class Judged:
    """What points come to: `share` in hundredths of a percent, and why it is a pass or not.

    `below` are the codes of lines under their own pass mark.
    """

    share: int
    passed: bool
    below: tuple[str, ...] = field(default=())


def lines_of(given: Sequence[Mapping[str, Any]]) -> tuple[Line, ...]:
    return tuple(Line.of(one) for one in given)


def judge(lines: Sequence[Line], scores: Mapping[str, int], *, pass_share: int) -> Judged:
    """The weighted share of all points, rounded half up, against the pass mark of the whole."""
    weights = sum(line.weight for line in lines)
    got = sum(
        (Fraction(line.weight * scores[line.code], line.scale_max) for line in lines), Fraction()
    )
    share = int(got / weights * SHARE_FULL + Fraction(1, 2))
    below = tuple(
        line.code
        for line in lines
        if line.pass_mark is not None and scores[line.code] < line.pass_mark
    )
    return Judged(share=share, passed=share >= pass_share and not below, below=below)


def faults_of_sheet(lines: Sequence[Line]) -> Iterator[StrOrPromise]:
    """What is wrong with a sheet, a sentence each."""
    if not 1 <= len(lines) <= LINES_MAX:
        yield _("A sheet has between 1 and 60 lines.")
    if len({line.code for line in lines}) != len(lines) or not all(line.code for line in lines):
        yield _("Each line of the sheet needs a code of its own.")
    for line in lines:
        if not line.text.strip() or any(
            len(text) > TEXT_LENGTH_MAX for text in line.texts.values()
        ):
            yield _("Say in at most 300 characters what each line of the sheet measures.")
        if not _whole(line.scale_max, 1, SCALE_MAX) or not _whole(line.weight, 1, WEIGHT_MAX):
            yield _("The points and the weight of a line are whole numbers from 1 to 1,000.")
        elif line.pass_mark is not None and not _whole(line.pass_mark, 0, line.scale_max):
            yield _("The pass mark of a line lies between 0 and its most points.")


def faults_of_scores(
    lines: Sequence[Line], scores: Mapping[str, Any], *, whole: bool
) -> Iterator[tuple[str, StrOrPromise]]:
    """What is wrong with points: pairs of line code and sentence. `whole`: none may be missing."""
    known = {line.code: line for line in lines}
    for code in scores:
        if code not in known:
            yield code, _("The sheet has no such line.")
    for code, line in known.items():
        points = scores.get(code)
        if points is None:
            if whole:
                yield code, _("The points are missing.")
        elif not _whole(points, 0, line.scale_max):
            yield (
                code,
                _("Give a whole number of points from 0 to %(most)s.") % {"most": line.scale_max},
            )


def far_apart(
    lines: Sequence[Line], markings: Sequence[Mapping[str, int]], *, gap_share: int
) -> tuple[str, ...]:
    """Codes of lines where two examiners differ by more than `gap_share` (hundredths of a percent)
    of the line's scale."""
    found = []
    for line in lines:
        given = [scores[line.code] for scores in markings if line.code in scores]
        if given and (max(given) - min(given)) * SHARE_FULL > gap_share * line.scale_max:
            found.append(line.code)
    return tuple(found)


def middle(lines: Sequence[Line], markings: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """The mean of what examiners gave for each line, rounded half up: a start for agreeing."""
    found = {}
    for line in lines:
        given = [scores[line.code] for scores in markings if line.code in scores]
        if given:
            found[line.code] = int(Fraction(sum(given), len(given)) + Fraction(1, 2))
    return found


def _whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
