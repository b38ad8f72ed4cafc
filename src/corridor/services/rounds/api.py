"""The one door of rounds."""

from corridor.services.rounds.acts.plan import plan_round
from corridor.services.rounds.acts.publish import publish_round
from corridor.services.rounds.acts.replay import Replayed, replay_round
from corridor.services.rounds.acts.run import run_round
from corridor.services.rounds.acts.start import start_round
from corridor.services.rounds.acts.withdraw_vacancy import withdraw_vacancy
from corridor.services.rounds.draft import RoundDraft
from corridor.services.rounds.errors import (
    AlreadyStarted,
    InputsChanged,
    NothingToMatch,
    NotReady,
    RoundRefused,
)
from corridor.services.rounds.events import (
    OfferAccepted,
    OfferDeclined,
    OfferLapsed,
    OfferMade,
    OfferWithdrawn,
    RoundClosed,
    RoundPublished,
)
from corridor.services.rounds.models import Mode, Outcome, Result, Round, RoundVacancy, State
from corridor.services.rounds.presets import PRESETS, preset
from corridor.services.rounds.quotas import Quota, read_quotas
from corridor.services.rounds.reads import by_number, published
from corridor.services.rounds.sources import VacancyCard, VacancySource, provide_vacancies
from corridor.services.rounds.standings import Standing, standings_of

__all__ = [
    "PRESETS",
    "AlreadyStarted",
    "InputsChanged",
    "Mode",
    "NotReady",
    "NothingToMatch",
    "OfferAccepted",
    "OfferDeclined",
    "OfferLapsed",
    "OfferMade",
    "OfferWithdrawn",
    "Outcome",
    "Quota",
    "Replayed",
    "Result",
    "Round",
    "RoundClosed",
    "RoundDraft",
    "RoundPublished",
    "RoundRefused",
    "RoundVacancy",
    "Standing",
    "State",
    "VacancyCard",
    "VacancySource",
    "by_number",
    "plan_round",
    "preset",
    "provide_vacancies",
    "publish_round",
    "published",
    "read_quotas",
    "replay_round",
    "run_round",
    "standings_of",
    "start_round",
    "withdraw_vacancy",
]
