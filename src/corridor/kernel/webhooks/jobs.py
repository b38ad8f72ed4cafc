"""Background work of webhooks."""

from __future__ import annotations

from corridor.kernel.background.api import Work, job
from corridor.kernel.webhooks.acts.deliver import deliver


@job("webhooks.deliver")
def deliver_posting(_work: Work, *, posting_id: int, attempt: int) -> dict[str, str]:
    """Post one event to one endpoint; on failure ask for the next try."""
    return {"outcome": deliver(posting_id=posting_id, attempt=attempt)}
