"""The English sentence of every reason and change; other languages translate code and facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

REASONS = {
    "occupation.met": "An occupation in ISCO group {group} is held.",
    "occupation.near": "The closest occupation shares {shared} of the {digits} digits of {group}.",
    "occupation.missing": "No occupation in ISCO group {group} is held.",
    "occupation.unknown": "No occupation is stated; group {group} is asked.",
    "countries.met": "{country} is allowed ({by}).",
    "countries.missing": "{country} is not among the countries allowed ({by}).",
    "countries.unknown": "The country of {by} is not stated.",
    "permits.met": "The permit {permit} is held.",
    "permits.missing": "None of the permits that admit is held: {allowed}.",
    "licences.met": "The licence {licence} is held.",
    "licences.missing": "The licence {licence} is not held.",
    "education.met": "EQF level {held} is held, {asked} is asked.",
    "education.near": "EQF level {held} is held, one below the {asked} asked.",
    "education.missing": "EQF level {held} is held, {asked} is asked.",
    "education.unknown": "No EQF level is stated; {asked} is asked.",
    "experience.met": "{held} years of experience, {asked} asked.",
    "experience.near": "{held} years of experience, one short of the {asked} asked.",
    "experience.missing": "{held} years of experience, {asked} asked.",
    "experience.unknown": "Years of experience are not stated; {asked} are asked.",
    "languages.met": "{language} at {held}, {asked} asked.",
    "languages.near": "{language} at {held}, one level below the {asked} asked.",
    "languages.missing": "{language} at {asked} is asked; held: {held}.",
    "availability.met": "Available by {asked}.",
    "availability.near": "Available from {held}, within a month after {asked}.",
    "availability.missing": "Available from {held} only; {asked} is asked.",
    "age.met": "Age {age} lies within {min} to {max} ({law}).",
    "age.missing": "Age {age} is outside {min} to {max} ({law}).",
    "age.unknown": "The year of birth is not stated; {min} to {max} is the law ({law}).",
    "skills.met": "{skill}: {held} held, {asked} asked.",
    "skills.near": "{skill}: {held} held, {asked} asked.",
    "skills.missing": "{skill} is asked ({asked}) and not held.",
}
CHANGES = {
    "occupation.change": "An occupation in ISCO group {group} would be needed.",
    "occupation.state": "State an occupation; group {group} is asked.",
    "countries.change": "The vacancy would have to be open to {country}.",
    "countries.state": "State the country of {by}.",
    "permits.change": "One of these permits would be needed: {allowed}.",
    "licences.change": "The licence {licence} would be needed.",
    "education.change": "EQF level {asked} would be needed; {held} is held.",
    "education.state": "State the EQF level; {asked} is asked.",
    "experience.change": "{asked} years of experience would be needed; {held} are held.",
    "experience.state": "State the years of experience; {asked} are asked.",
    "languages.change": "{language} would have to rise from {held} to {asked}.",
    "languages.learn": "{language} at {asked} would be needed.",
    "availability.change": "Being available by {asked} instead of {held} would be needed.",
    "age.change": "The law sets {min} to {max} years ({law}); this cannot be changed.",
    "age.state": "State the year of birth.",
    "skills.gain-all": "These skills would be needed: {skills}.",
    "skills.gain-some": "{count} more of these skills would be needed: {skills}.",
}


def reason_sentence(criterion: str, verdict: str, facts: Mapping[str, Any]) -> str:
    """The sentence of one reason."""
    return REASONS[f"{criterion}.{verdict}"].format(**_written(facts))


def change_sentence(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence of one change."""
    return CHANGES[code].format(**_written(facts))


def _written(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _text(value) for key, value in facts.items()}


def _text(value: Any) -> Any:
    if isinstance(value, tuple):
        return ", ".join(
            f"{item[0]} ({item[1]})" if isinstance(item, tuple) else str(item) for item in value
        )
    return "none" if value == "" else value
