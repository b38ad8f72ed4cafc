from tests.permissions.table import Row, public

ROWS: dict[str, Row] = {
    "site.home": public(),
    "site.design": public(),
    "site.language": Row(everyone=302, method="post"),
    "api:openapi-json": public(),
    "api:openapi-view": public(),
    "api:api-root": Row(everyone=404),
}
