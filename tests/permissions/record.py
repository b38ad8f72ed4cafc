"""Who reads the record."""

from tests.permissions.table import Row, only

ROWS: dict[str, Row] = {"record.desk": only("bodil", "ivan")}
