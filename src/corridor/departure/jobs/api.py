"""The one door of jobs."""

from corridor.departure.jobs.acts.amend import (
    amend_vacancy,
    decide_amendment,
    withdraw_amendment,
)
from corridor.departure.jobs.acts.change import change_vacancy, discard_vacancy
from corridor.departure.jobs.acts.close import close_vacancy
from corridor.departure.jobs.acts.copy import copy_vacancy
from corridor.departure.jobs.acts.import_vacancies import Imported, import_vacancies
from corridor.departure.jobs.acts.order import (
    OrderDraft,
    ask_order,
    decide_order,
    withdraw_order,
)
from corridor.departure.jobs.acts.post import post_vacancy
from corridor.departure.jobs.acts.publish import publish_vacancy
from corridor.departure.jobs.acts.submit import (
    send_back_vacancy,
    submit_vacancy,
    take_back_vacancy,
)
from corridor.departure.jobs.adverts import skills_of
from corridor.departure.jobs.changing import Change, changes, draft_of
from corridor.departure.jobs.describe import Described, described
from corridor.departure.jobs.draft import SkillAsked, VacancyDraft, judge
from corridor.departure.jobs.errors import (
    AmendmentWaits,
    ChangedMeanwhile,
    Finding,
    ImportRefused,
    NoReasons,
    NotADraft,
    NotAuthorised,
    NothingChanged,
    NothingWaits,
    NotOpen,
    NotSubmitted,
    NotYoursToCheck,
    OrderDecided,
    OrderExhausted,
    OrderRefused,
    VacancyRefused,
)
from corridor.departure.jobs.events import VacancyAmended, VacancyEnded, VacancyPublished
from corridor.departure.jobs.models import (
    Amendment,
    AmendmentState,
    JobOrder,
    OrderState,
    Status,
    Vacancy,
)
from corridor.departure.jobs.reads import (
    Wanted,
    by_number,
    history,
    of_actor,
    order_by_number,
    orders,
    own_by_number,
    published,
)
from corridor.departure.jobs.table import read_drafts

__all__ = [
    "Amendment",
    "AmendmentState",
    "AmendmentWaits",
    "Change",
    "ChangedMeanwhile",
    "Described",
    "Finding",
    "ImportRefused",
    "Imported",
    "JobOrder",
    "NoReasons",
    "NotADraft",
    "NotAuthorised",
    "NotOpen",
    "NotSubmitted",
    "NotYoursToCheck",
    "NothingChanged",
    "NothingWaits",
    "OrderDecided",
    "OrderDraft",
    "OrderExhausted",
    "OrderRefused",
    "OrderState",
    "SkillAsked",
    "Status",
    "Vacancy",
    "VacancyAmended",
    "VacancyDraft",
    "VacancyEnded",
    "VacancyPublished",
    "VacancyRefused",
    "Wanted",
    "amend_vacancy",
    "ask_order",
    "by_number",
    "change_vacancy",
    "changes",
    "close_vacancy",
    "copy_vacancy",
    "decide_amendment",
    "decide_order",
    "described",
    "discard_vacancy",
    "draft_of",
    "history",
    "import_vacancies",
    "judge",
    "of_actor",
    "order_by_number",
    "orders",
    "own_by_number",
    "post_vacancy",
    "publish_vacancy",
    "published",
    "read_drafts",
    "send_back_vacancy",
    "skills_of",
    "submit_vacancy",
    "take_back_vacancy",
    "withdraw_amendment",
    "withdraw_order",
]
