"""The one door of background work."""

from corridor.kernel.background.acts.cancel import cancel, retry
from corridor.kernel.background.acts.enqueue import enqueue
from corridor.kernel.background.models import Job, JobState
from corridor.kernel.background.reads import counts_by_state, job_for, jobs_for, workers_alive
from corridor.kernel.background.registry import every, job
from corridor.kernel.background.work import Cancelled, Work
from corridor.kernel.background.worker import ALIVE_WITHIN, WorkerLoop, work_off

__all__ = [
    "ALIVE_WITHIN",
    "Cancelled",
    "Job",
    "JobState",
    "Work",
    "WorkerLoop",
    "cancel",
    "counts_by_state",
    "enqueue",
    "every",
    "job",
    "job_for",
    "jobs_for",
    "retry",
    "work_off",
    "workers_alive",
]
