from tests.cast import ROLES
from tests.permissions.table import STAFF, Row, only, public

ROWS: dict[str, Row] = {
    "site.home": public(),
    "site.design": public(),
    "site.figures": public(),
    "site.interface": public(),
    "site.help": public(),
    "site.help_page": public(args=lambda cast: {"slug": "privacy"}),
    "site.me": only(*ROLES),
    "site.desk": only(*STAFF),
    "site.desk_search": only(*STAFF),
    "site.language": Row(everyone=302, method="post"),
    "api:openapi-json": public(),
    "api:api-root": Row(everyone=404),
}
