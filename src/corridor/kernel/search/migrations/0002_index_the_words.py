"""Full text by the database itself: FTS5 with triggers on SQLite, tsvector and pg_trgm on PostgreSQL."""

from django.db import migrations, transaction
from django.db.utils import DatabaseError

# The index and language of an entry are tokens of their own: full text alone narrows to them.
SQLITE = """
CREATE VIRTUAL TABLE search_words USING fts5(
    scope, title_folded, body_folded,
    content='search_scoped', content_rowid='id', prefix='2 3',
    tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE search_pieces USING fts5(
    title_folded, body_folded, content='search_entry', content_rowid='id', tokenize='trigram');
CREATE VIEW search_scoped AS SELECT id, title_folded, body_folded,
    'index' || lower(hex("index")) || ' index' || lower(hex("index")) || 'in' || lower(hex(language))
    AS scope FROM search_entry;
CREATE TRIGGER search_entry_put AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_words(rowid, scope, title_folded, body_folded)
        SELECT id, scope, title_folded, body_folded FROM search_scoped WHERE id = new.id;
    INSERT INTO search_pieces(rowid, title_folded, body_folded)
        VALUES (new.id, new.title_folded, new.body_folded);
END;
CREATE TRIGGER search_entry_forget BEFORE DELETE ON search_entry BEGIN
    INSERT INTO search_words(search_words, rowid, scope, title_folded, body_folded)
        SELECT 'delete', id, scope, title_folded, body_folded FROM search_scoped WHERE id = old.id;
    INSERT INTO search_pieces(search_pieces, rowid, title_folded, body_folded)
        VALUES ('delete', old.id, old.title_folded, old.body_folded);
END;
CREATE TRIGGER search_entry_change_from BEFORE UPDATE ON search_entry BEGIN
    INSERT INTO search_words(search_words, rowid, scope, title_folded, body_folded)
        SELECT 'delete', id, scope, title_folded, body_folded FROM search_scoped WHERE id = old.id;
    INSERT INTO search_pieces(search_pieces, rowid, title_folded, body_folded)
        VALUES ('delete', old.id, old.title_folded, old.body_folded);
END;
CREATE TRIGGER search_entry_change_to AFTER UPDATE ON search_entry BEGIN
    INSERT INTO search_words(rowid, scope, title_folded, body_folded)
        SELECT id, scope, title_folded, body_folded FROM search_scoped WHERE id = new.id;
    INSERT INTO search_pieces(rowid, title_folded, body_folded)
        VALUES (new.id, new.title_folded, new.body_folded);
END;
"""
SQLITE_AWAY = """
DROP TRIGGER search_entry_put;
DROP TRIGGER search_entry_forget;
DROP TRIGGER search_entry_change_from;
DROP TRIGGER search_entry_change_to;
DROP TABLE search_words;
DROP TABLE search_pieces;
DROP VIEW search_scoped;
"""
POSTGRESQL = """
ALTER TABLE search_entry ADD COLUMN words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', title_folded), 'A')
    || setweight(to_tsvector('simple', body_folded), 'D')) STORED;
CREATE INDEX search_entry_words ON search_entry USING gin (words);
"""
PIECES = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX search_entry_pieces ON search_entry
    USING gin ((title_folded || ' ' || body_folded) gin_trgm_ops);
"""
POSTGRESQL_AWAY = """
DROP INDEX IF EXISTS search_entry_pieces;
ALTER TABLE search_entry DROP COLUMN words;
"""


def index(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        try:
            with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
                cursor.execute(PIECES)
        except DatabaseError:
            pass  # no right to make extensions: slower, and doctor says so
    else:
        run_each(schema_editor, SQLITE)


def unindex(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_AWAY)
    else:
        run_each(schema_editor, SQLITE_AWAY)


def run_each(schema_editor, script):
    """One statement at a time: SQLite's executescript would end the transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if line.endswith(";") and ("BEGIN" not in statement or line == "END;"):
            schema_editor.execute(statement)
            statement = ""


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(index, unindex)]
