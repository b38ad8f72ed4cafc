"""What jobs hold of a person, for their own export."""

from __future__ import annotations

from typing import Any

from corridor.departure.jobs.models import Application
from corridor.kernel.people import api as people


@people.exported_with("applications")
def applied(person: people.Person) -> list[dict[str, Any]]:
    """Each application with the profile that was sent."""
    return [
        {
            "vacancy": each.vacancy.number,
            "state": each.state,
            "applied_at": each.applied_at.isoformat(),
            "ended_at": each.ended_at.isoformat() if each.ended_at else None,
            "withdrawal": each.withdrawal,
            "profile": each.profile,
        }
        for each in Application.objects.filter(person=person).select_related("vacancy")
    ]
