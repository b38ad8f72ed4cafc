"""A pack: tables that belong together, as a folder to edit and as bytes that can be signed.

The bytes are canonical, so that whoever signs them signs the law and not its typography; the
signature itself is made by whoever holds a key, outside this engine.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from .errors import Faults, TableFault, TableRefused
from .reading import from_document, from_toml
from .sentences import words
from .table import Table, Words, canonical
from .writing import plain_toml, to_toml

HEAD = "pack.toml"
FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class Pack:
    """Tables by name, with who gives them out and which edition it is."""

    name: str
    title: Words
    edition: str
    publisher: str
    tables: Mapping[str, Table]

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the pack holds, each table by its digest."""
        return {
            "format": FORMAT,
            "name": self.name,
            "title": dict(self.title),
            "edition": self.edition,
            "publisher": self.publisher,
            "tables": {name: table.digest for name, table in self.tables.items()},
        }

    def canonical(self) -> bytes:
        """The whole pack: the same tables are the same bytes."""
        tables = {name: table.document for name, table in self.tables.items()}
        return canonical({"manifest": self.manifest, "tables": tables})

    @property
    def digest(self) -> str:
        return sha256(self.canonical()).hexdigest()


def read_pack(folder: Path) -> Pack:
    """The pack of a folder: pack.toml and a file per table. Raises TableRefused with all faults."""
    head = Faults(HEAD)
    given: dict[str, Any] = {}
    try:
        given = tomllib.loads((folder / HEAD).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        head.add(None, None, "unreadable", f"{folder / HEAD}: {error}")
    files = sorted(path for path in folder.glob("*.toml") if path.name != HEAD)
    faults: list[TableFault] = []
    tables = []
    for path in files:
        try:
            table = from_toml(path.read_text(encoding="utf-8"), called=path.name)
        except UnicodeDecodeError:
            faults.append(TableFault(path.name, None, None, "unreadable", "this is not UTF-8"))
            continue
        except TableRefused as error:
            faults += error.faults
            continue
        tables.append(table)
        if table.name != path.stem:
            head.add(None, path.name, "wrong-name", f"this file holds the table {table.name}")
    return _pack(given, tables, head, faults)


def pack_files(pack: Pack) -> dict[str, str]:
    """A pack as the files of a folder, by name, that `read_pack` reads again."""
    head = {key: pack.manifest[key] for key in ("name", "title", "edition", "publisher")}
    return {
        HEAD: plain_toml(head),
        **{f"{name}.toml": to_toml(table) for name, table in pack.tables.items()},
    }


def pack_from_bytes(data: bytes) -> Pack:
    """A pack from its canonical bytes. Raises TableRefused; also when a digest is not the table's.

    Whose bytes they are is for a signature to tell, which is checked before this.
    """
    head = Faults("pack")
    try:
        given = json.loads(data.decode("utf-8"))
        manifest, documents = dict(given["manifest"]), dict(given["tables"])
        digests = dict(manifest["tables"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        head.add(None, None, "unreadable", f"these bytes are no pack: {error}")
        raise TableRefused(head.found) from error
    faults: list[TableFault] = []
    tables = []
    if manifest.get("format") != FORMAT:
        head.add(None, "format", "unknown-value", f"only format {FORMAT} is read here")
    for name in sorted({*documents, *digests}):
        try:
            table = from_document(documents.get(name, {}), called=name)
        except TableRefused as error:
            faults += error.faults
            continue
        tables.append(table)
        if table.digest != digests.get(name) or table.name != name:
            head.add(None, name, "digest-differs", "not the table that the manifest names")
    return _pack(manifest, tables, head, faults)


def _pack(
    given: Mapping[str, Any], tables: list[Table], head: Faults, faults: list[TableFault]
) -> Pack:
    title = words(given.get("title", {}), head, None, "title")
    for key, pattern in (("name", "[a-z][a-z0-9-]*"), ("edition", ".+"), ("publisher", ".+")):
        if not isinstance(given.get(key), str) or not re.fullmatch(pattern, given[key]):
            head.add(None, key, "missing", "missing, or not as it should be")
    if not tables and not faults:
        head.add(None, None, "empty", "there is no table in it")
    if head.found or faults:
        raise TableRefused([*head.found, *faults])
    return Pack(
        name=given["name"],
        title=title,
        edition=given["edition"],
        publisher=given["publisher"],
        tables={table.name: table for table in sorted(tables, key=lambda each: each.name)},
    )
