from tests.permissions.table import Row, public

ROWS: dict[str, Row] = {
    "matrix.rows": public(),
    "matrix.row": public(args=lambda cast: {"code": "1a1"}),
}
