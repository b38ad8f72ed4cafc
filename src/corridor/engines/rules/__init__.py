"""Rules: dated, cited decision tables, three-valued and exact.

`from_toml` reads a table and refuses it whole where anything is wrong; `ask` gives the answer with
its rows, citations and sentences, or what is needed to tell; `replay` works a kept answer out
again; `compare` tells two versions apart in words; `read_pack` reads a folder of tables.
The page docs/engines/rules.md has the semantics and worked figures.
"""

from .asking import ask
from .bulk import Verdicts, judge
from .cases import CaseResult, rates_of, run_cases
from .columns import Columns, read_columns
from .comparing import Change, compare
from .errors import (
    CannotCompile,
    DateOutOfRange,
    FactsRefused,
    ReplayDiffers,
    RulesRefused,
    TableFault,
    TableRefused,
)
from .facts import Rate
from .kinds import ABSENT
from .pack import Pack, pack_files, pack_from_bytes, read_pack
from .reading import from_document, from_toml, with_flat_rows, with_rows
from .replay import replay
from .result import Fired, Need, Result
from .single import Held, Single
from .table import LANGUAGES, Row, Table
from .writing import columns as row_columns
from .writing import flat_rows, rows_to_csv, to_toml

__all__ = [
    "ABSENT",
    "LANGUAGES",
    "CannotCompile",
    "CaseResult",
    "Change",
    "Columns",
    "DateOutOfRange",
    "FactsRefused",
    "Fired",
    "Held",
    "Need",
    "Pack",
    "Rate",
    "ReplayDiffers",
    "Result",
    "Row",
    "RulesRefused",
    "Single",
    "Table",
    "TableFault",
    "TableRefused",
    "Verdicts",
    "ask",
    "compare",
    "flat_rows",
    "from_document",
    "from_toml",
    "judge",
    "pack_files",
    "pack_from_bytes",
    "rates_of",
    "read_columns",
    "read_pack",
    "replay",
    "row_columns",
    "rows_to_csv",
    "run_cases",
    "to_toml",
    "with_flat_rows",
    "with_rows",
]
