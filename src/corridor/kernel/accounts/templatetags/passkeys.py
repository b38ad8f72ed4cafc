"""What the passkey script reads from a page."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder

register = template.Library()


@register.filter
def as_json(value: Any) -> str:
    """JSON for a `data-` attribute; the template escapes it, the policy forbids inline scripts."""
    return json.dumps(value, cls=DjangoJSONEncoder)
