"""What is erased together with an account: told by the apps above, which keep more of a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, kw_only=True)
class Erasing:
    """Where somebody erases their account together with the rest: a page and its sentence."""

    address: str
    sentence: StrOrPromise


_found: list[Callable[[int], Erasing | None]] = []


def erased_with(find: Callable[[int], Erasing | None]) -> Callable[[int], Erasing | None]:
    """Register where an app erases what it keeps of a user (by id) and the account with it."""
    if find not in _found:
        _found.append(find)
    return find


def erasing_of(user_id: int) -> Erasing | None:
    """The first that applies; None when the account is all there is."""
    return next((each for find in _found if (each := find(user_id)) is not None), None)
