"""Roles by their names, in the reader's language."""

from __future__ import annotations

from django import template

from corridor.kernel.actors.api import Role

register = template.Library()


@register.filter
def role_label(role: str) -> str:
    return str(Role(role).label)
