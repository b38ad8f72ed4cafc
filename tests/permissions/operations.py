"""Who may ask how the site is doing: this machine may, and in tests everybody is this machine."""

from tests.permissions.table import Row, public

ROWS: dict[str, Row] = {
    "site.live": public(),
    "site.ready": public(),
    "site.metrics": public(),
}
