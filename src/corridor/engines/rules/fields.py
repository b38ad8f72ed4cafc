"""Reading the inputs and outcomes of a table: names, types, bounds, rounding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .errors import Faults
from .kinds import CODE, NAMES, NUMERIC, RESERVED, Kind, minor_places
from .rounding import MODES
from .sentences import words
from .table import Field

FIELD_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
SETTINGS = ("type", "label", "currency", "places", "codes", "least", "most", "optional")
# A field of this name could not be told from an operation or a word of the language.
TAKEN = frozenset({"and", "or", "not", "if", "else", "in", "is", "min", "max", "round"})
PLACES_MAX = 9


def read_fields(group: str, given: Any, faults: Faults) -> dict[str, Field]:
    """The fields of `inputs` or `outcomes`."""
    found = {}
    if not isinstance(given, Mapping) or (group == "outcomes" and not given):
        faults.add(None, group, "wrong-type", f"{group} are tables of their own")
        return {}
    for name, settings in given.items():
        where = f"{group}.{name}"
        if not FIELD_NAME.fullmatch(name) or name in TAKEN:
            faults.add(None, where, "wrong-name", "small letters, digits and underscores")
        if not isinstance(settings, Mapping):
            faults.add(None, where, "wrong-type", "say its type and label")
            continue
        if (field := _field(group, name, settings, faults)) is not None:
            found[name] = field
    return found


def _field(group: str, name: str, settings: Mapping[str, Any], faults: Faults) -> Field | None:
    where = f"{group}.{name}"
    allowed = (*SETTINGS, "rounding") if group == "outcomes" else SETTINGS
    for key in set(settings) - set(allowed):
        faults.add(None, f"{where}.{key}", "unknown-key", "not known here; look at its spelling")
    label = words(settings.get("label", {}), faults, None, f"{where}.label")
    kind = settings.get("type")
    if kind not in NAMES:
        faults.add(None, f"{where}.type", "unknown-value", f"one of {', '.join(NAMES)}")
        return None
    rounding = str(settings.get("rounding", ""))
    if rounding and (rounding not in MODES or kind not in NUMERIC):
        faults.add(None, f"{where}.rounding", "unknown-value", f"one of {', '.join(MODES)}")
    try:
        return Field(name, _kind(kind, settings), label, rounding)
    except ValueError as error:
        faults.add(None, where, "wrong-type", str(error))
        return None


def _kind(name: str, settings: Mapping[str, Any]) -> Kind:
    optional = settings.get("optional", False)
    if not isinstance(optional, bool):
        raise ValueError("optional is true or false")
    kind = Kind(name, optional=optional)
    for key, wanted in (("currency", "money"), ("places", "decimal"), ("codes", "code")):
        if (key in settings) != (name == wanted):
            raise ValueError(f"{key} belongs to {wanted}, and every {wanted} has it")
    if name == "money":
        currency = settings["currency"]
        if not isinstance(currency, str) or not re.fullmatch("[A-Z]{3}", currency):
            raise ValueError(f"{currency!r} is not a currency by its three letters")
        kind = replace(kind, currency=currency, places=minor_places(currency))
    if name == "decimal":
        places = settings["places"]
        if type(places) is not int or not 0 <= places <= PLACES_MAX:
            raise ValueError(f"places are 0 to {PLACES_MAX}")
        kind = replace(kind, places=places)
    if name == "code":
        kind = replace(kind, codes=_codes(settings["codes"]))
    return _bounded(kind, settings)


def _codes(given: Any) -> tuple[str, ...]:
    good = isinstance(given, list) and given
    if not good or not all(isinstance(one, str) and CODE.fullmatch(one) for one in given):
        raise ValueError("codes are a list of words without spaces")
    if len(set(given)) != len(given) or set(given) & RESERVED:
        raise ValueError("a code stands twice, or is a word with a meaning of its own")
    return tuple(given)


def _bounded(kind: Kind, settings: Mapping[str, Any]) -> Kind:
    ends = {key: settings[key] for key in ("least", "most") if key in settings}
    if ends and not kind.is_ordered:
        raise ValueError(f"{kind.name} has no order, so no least and no most")
    read = {key: int(kind.read(end)) for key, end in ends.items()}  # type: ignore[arg-type]
    if read.get("least", 0) > read.get("most", read.get("least", 0)):
        raise ValueError("the least is above the most")
    return replace(kind, **read)  # type: ignore[arg-type]
