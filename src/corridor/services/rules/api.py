"""The one door of rules: tables as they are published, and packs from files."""

from corridor.services.rules.acts.load_pack import PackLoaded, load_pack
from corridor.services.rules.acts.propose_version import propose_version
from corridor.services.rules.acts.publish_version import publish_version
from corridor.services.rules.acts.send_back import send_back
from corridor.services.rules.acts.take_back import take_back
from corridor.services.rules.acts.withdraw_version import withdraw_version
from corridor.services.rules.errors import (
    DayNotCovered,
    FactsNotUsable,
    NotInReview,
    NotPublished,
    OtherPack,
    ProposalRefused,
    ReasonNeeded,
    RulesError,
    SaysTheSame,
    SecondReaderNeeded,
    WaitsAlready,
)
from corridor.services.rules.events import TablePublished
from corridor.services.rules.files import checked, pack, table
from corridor.services.rules.models import RuleTable, Status, TableVersion
from corridor.services.rules.reads import Wanted, ask, tables, version_called
from corridor.services.rules.shipped import FOLDER, SHIPPED, shipped, shipped_table

__all__ = [
    "FOLDER",
    "SHIPPED",
    "DayNotCovered",
    "FactsNotUsable",
    "NotInReview",
    "NotPublished",
    "OtherPack",
    "PackLoaded",
    "ProposalRefused",
    "ReasonNeeded",
    "RuleTable",
    "RulesError",
    "SaysTheSame",
    "SecondReaderNeeded",
    "Status",
    "TablePublished",
    "TableVersion",
    "WaitsAlready",
    "Wanted",
    "ask",
    "checked",
    "load_pack",
    "pack",
    "propose_version",
    "publish_version",
    "send_back",
    "shipped",
    "shipped_table",
    "table",
    "tables",
    "take_back",
    "version_called",
    "withdraw_version",
]
