"""Who reads the record."""

from tests.permissions.table import Row, only, public

ROWS: dict[str, Row] = {
    "record.desk": only("bodil", "ivan"),
    "record.roots": public(),
    "record.roots_feed": public(),
    "api:record.roots": public(),
}
