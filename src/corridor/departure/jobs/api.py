"""The one door of jobs."""

from corridor.departure.jobs.acts.amend import (
    amend_vacancy,
    decide_amendment,
    withdraw_amendment,
)
from corridor.departure.jobs.acts.apply import (
    apply_for,
    move_application,
    send_anew,
    withdraw_application,
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
from corridor.departure.jobs.acts.save import save_vacancy
from corridor.departure.jobs.acts.share import end_share, look_through, share_applicants
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
    ApplicationEnded,
    ChangedMeanwhile,
    Finding,
    ImportRefused,
    NoReasons,
    NotADraft,
    NotAuthorised,
    NothingChanged,
    NothingToShow,
    NothingWaits,
    NotOpen,
    NotSubmitted,
    NotTaking,
    NotYoursToCheck,
    OrderDecided,
    OrderExhausted,
    OrderRefused,
    ShareRefused,
    VacancyRefused,
)
from corridor.departure.jobs.events import (
    ApplicationMade,
    ApplicationWithdrawn,
    VacancyAmended,
    VacancyEnded,
    VacancyPublished,
)
from corridor.departure.jobs.models import (
    Amendment,
    AmendmentState,
    Application,
    ApplicationState,
    JobOrder,
    OrderState,
    SavedVacancy,
    Share,
    Stage,
    Status,
    Vacancy,
    Withdrawal,
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
    "Application",
    "ApplicationEnded",
    "ApplicationMade",
    "ApplicationState",
    "ApplicationWithdrawn",
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
    "NotTaking",
    "NotYoursToCheck",
    "NothingChanged",
    "NothingToShow",
    "NothingWaits",
    "OrderDecided",
    "OrderDraft",
    "OrderExhausted",
    "OrderRefused",
    "OrderState",
    "SavedVacancy",
    "Share",
    "ShareRefused",
    "SkillAsked",
    "Stage",
    "Status",
    "Vacancy",
    "VacancyAmended",
    "VacancyDraft",
    "VacancyEnded",
    "VacancyPublished",
    "VacancyRefused",
    "Wanted",
    "Withdrawal",
    "amend_vacancy",
    "apply_for",
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
    "end_share",
    "history",
    "import_vacancies",
    "judge",
    "look_through",
    "move_application",
    "of_actor",
    "order_by_number",
    "orders",
    "own_by_number",
    "post_vacancy",
    "publish_vacancy",
    "published",
    "read_drafts",
    "save_vacancy",
    "send_anew",
    "send_back_vacancy",
    "share_applicants",
    "skills_of",
    "submit_vacancy",
    "take_back_vacancy",
    "withdraw_amendment",
    "withdraw_application",
    "withdraw_order",
]
