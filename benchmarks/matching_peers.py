"""The peers of matching, each given the same data and the same integer scores.

A peer answers, for each vacancy of a sample, the 50 greatest keys: score * 2^32 + (2^32 - 1 - place
in the draw), descending, -1 where fewer are eligible; so answers compare as integers.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import pyarrow as pa
import scipy.sparse as sparse

from benchmarks.matching_data import COUNTRIES, LANGUAGES, SKILLS
from corridor.engines.matching import Criteria, Vacancies, Workers
from corridor.engines.matching._lottery import draw
from corridor.engines.matching._points import items

TOP = 50
LAST_PLACE = 0xFFFFFFFF


@dataclass(frozen=True)
class Flat:
    """Both tables as plain columns, masks for sets; skills as (row, skill, level[, points])."""

    isco: np.ndarray
    eqf: np.ndarray
    years: np.ndarray
    country: np.ndarray
    licences: np.ndarray
    permits: np.ndarray
    available: np.ndarray
    place: np.ndarray
    languages: np.ndarray
    skill: np.ndarray
    level: np.ndarray
    low: np.ndarray
    high: np.ndarray
    eqf_min: np.ndarray
    years_min: np.ndarray
    countries: np.ndarray
    licences_all: np.ndarray
    permits_any: np.ndarray
    start: np.ndarray
    language: np.ndarray
    language_min: np.ndarray
    asked: np.ndarray
    asked_level: np.ndarray
    points: np.ndarray


def masks(column, kind=np.int64):
    found = np.zeros(len(column), np.uint64)
    np.bitwise_or.at(found, column.rows, np.uint64(1) << column.codes.astype(np.uint64))
    return found.astype(kind)


def flatten(workers: Workers, vacancies: Vacancies, seed: int) -> Flat:
    """The columns, workers sorted by ISCO: every peer gets the benefit of that."""
    workers = workers.take(np.argsort(workers.isco.codes, kind="stable"))
    spoken = np.zeros((len(workers), LANGUAGES), np.uint8)
    spoken[workers.languages.rows, workers.languages.codes] = workers.languages.levels
    width = 10 ** (4 - vacancies.isco_digits.astype(np.int64))
    codes = np.array([int(name) for name in workers.isco.names])
    everyone = vacancies.isco_digits == 0
    low = np.where(everyone, 0, vacancies.isco_code)
    return Flat(
        codes[workers.isco.codes],
        workers.eqf,
        workers.years,
        workers.nationality,
        masks(workers.licences),
        masks(workers.permits),
        workers.available_from.astype(np.int64),
        draw(seed, workers.id).astype(np.int64),
        spoken,
        workers.skills.codes.reshape(len(workers), -1),
        workers.skills.levels.reshape(len(workers), -1),
        low,
        np.where(everyone, 10_000, low + width),
        vacancies.eqf_min,
        vacancies.years_min,
        masks(vacancies.countries),
        masks(vacancies.licences),
        masks(vacancies.permits),
        vacancies.start.astype(np.int64),
        vacancies.languages.codes,
        vacancies.languages.levels,
        vacancies.skills.codes.reshape(len(vacancies), -1),
        vacancies.skills.levels.reshape(len(vacancies), -1),
        items(vacancies, Criteria()).points.reshape(len(vacancies), -1),
    )


def eligible(flat: Flat, v: int) -> np.ndarray:
    """Plain masks, the commonest refusals first."""
    rows = np.arange(*np.searchsorted(flat.isco, [flat.low[v], flat.high[v]]))
    rows = rows[flat.languages[rows, flat.language[v]] >= flat.language_min[v]]
    rows = rows[flat.available[rows] <= flat.start[v]]
    rows = rows[(flat.countries[v] >> flat.country[rows]) & 1 == 1]
    rows = rows[(flat.eqf[rows] >= flat.eqf_min[v]) & (flat.years[rows] >= flat.years_min[v])]
    rows = rows[flat.licences[rows] & flat.licences_all[v] == flat.licences_all[v]]
    return rows[flat.permits[rows] & flat.permits_any[v] != 0] if flat.permits_any[v] else rows


def best(keys: np.ndarray) -> np.ndarray:
    found = np.full(TOP, -1, np.int64)
    if len(keys) > TOP:
        keys = np.partition(keys, len(keys) - TOP)[len(keys) - TOP :]
    found[: len(keys)] = np.sort(keys)[::-1]
    return found


def columns(flat: Flat, first: str, last: str) -> dict[str, np.ndarray]:
    chosen = [field.name for field in fields(flat)]
    chosen = chosen[chosen.index(first) : chosen.index(last) + 1]
    return {name: getattr(flat, name) for name in chosen}


DUCKDB = """
with pair as (
  select v.id as v, w.id as w, w.place from chosen v join worker w
  on w.isco >= v.low and w.isco < v.high
  where w.languages[v.language + 1] >= v.language_min and w.available <= v.start
  and (v.countries >> w.country) & 1 = 1 and w.eqf >= v.eqf_min and w.years >= v.years_min
  and w.licences & v.licences_all = v.licences_all
  and (v.permits_any = 0 or w.permits & v.permits_any <> 0)),
scored as (
  select p.v, p.w, sum(a.points * least(h.level, a.level) // a.level)::bigint as score
  from pair p join asked a on a.v = p.v join held h on h.w = p.w and h.skill = a.skill group by all)
select p.v, max((coalesce(s.score, 0) << 32) + (4294967295 - p.place), 50) as keys
from pair p left join scored s on s.v = p.v and s.w = p.w group by p.v
"""


class DuckDB:
    """Set-based SQL over all vacancies of the sample at once, two threads."""

    def __init__(self, flat: Flat) -> None:
        import duckdb

        self.base = duckdb.connect()
        self.base.execute("set threads to 2")
        count, jobs = len(flat.isco), len(flat.low)
        table = columns(flat, "isco", "place")
        spoken = pa.FixedSizeListArray.from_arrays(pa.array(flat.languages.ravel()), LANGUAGES)
        worker = pa.table({"id": np.arange(count), **table, "languages": spoken})
        vacancy = pa.table({"id": np.arange(jobs), **columns(flat, "low", "language_min")})
        rows = np.repeat(np.arange(count, dtype=np.int32), flat.skill.shape[1])
        held = pa.table({"w": rows, "skill": flat.skill.ravel(), "level": flat.level.ravel()})
        rows = np.repeat(np.arange(jobs, dtype=np.int32), flat.asked.shape[1])
        asked = pa.table(
            {
                "v": rows,
                "skill": flat.asked.ravel(),
                "level": flat.asked_level.ravel().astype(np.int64),
                "points": flat.points.ravel(),
            }
        )
        for name, table in (
            ("worker", worker),
            ("vacancy", vacancy),
            ("held", held),
            ("asked", asked),
        ):
            self.base.register("given", table)
            self.base.execute(f"create table {name} as select * from given")
            self.base.unregister("given")

    def __call__(self, sample: np.ndarray) -> np.ndarray:
        self.base.register("sample", pa.table({"id": sample}))
        self.base.execute(
            "create or replace temp table chosen as "
            "select * from vacancy semi join sample using (id)"
        )
        place = {int(v): row for row, v in enumerate(sample)}
        found = np.full((len(sample), TOP), -1, np.int64)
        for v, keys in self.base.execute(DUCKDB).fetchall():
            found[place[v], : len(keys)] = keys
        return found


class Scipy:
    """Sparse product of 50 vacancies at a time with all workers, then the filter."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        self.held = one_hot(flat).T.tocsr()

    def __call__(self, sample: np.ndarray) -> np.ndarray:
        found = []
        for start in range(0, len(sample), 50):
            block = sample[start : start + 50]
            scores = (credits(self.flat, block) @ self.held).tocsr()
            dense = np.zeros(len(self.flat.isco), np.int64)
            for row, v in enumerate(block):
                part = slice(scores.indptr[row], scores.indptr[row + 1])
                dense[scores.indices[part]] = scores.data[part]
                rows = eligible(self.flat, v)
                found.append(best((dense[rows] << 32) + (LAST_PLACE - self.flat.place[rows])))
                dense[scores.indices[part]] = 0
        return np.stack(found)


class SparseDotTopN:
    """The K best by score first, then the filter: fast, and not exact."""

    def __init__(self, flat: Flat, kept: int = 5000) -> None:
        self.flat, self.kept = flat, kept
        self.held = one_hot(flat).T.tocsr().astype(np.float32)

    def __call__(self, sample: np.ndarray) -> np.ndarray:
        from sparse_dot_topn import sp_matmul_topn

        asked = credits(self.flat, sample).astype(np.float32)
        scores = sp_matmul_topn(asked, self.held, top_n=self.kept, n_threads=2)
        found = []
        for row, v in enumerate(sample):
            part = slice(scores.indptr[row], scores.indptr[row + 1])
            rows, points = scores.indices[part], scores.data[part].astype(np.int64)
            may = np.zeros(len(self.flat.isco), bool)
            may[eligible(self.flat, v)] = True
            rows, points = rows[may[rows]], points[may[rows]]
            found.append(best((points << 32) + (LAST_PLACE - self.flat.place[rows])))
        return np.stack(found)


def one_hot(flat: Flat) -> sparse.csr_matrix:
    count, width = flat.skill.shape
    codes = (flat.skill * 4 + flat.level).ravel()
    starts = np.arange(count + 1) * width
    ones = np.ones(len(codes), np.int32)
    return sparse.csr_matrix((ones, codes, starts), shape=(count, SKILLS * 4))


def credits(flat: Flat, sample: np.ndarray) -> sparse.csr_matrix:
    asked, level, points = flat.asked[sample], flat.asked_level[sample], flat.points[sample]
    held = np.arange(1, 4)
    worth = points[:, :, None] * np.minimum(held, level[:, :, None]) // level[:, :, None]
    codes = asked[:, :, None] * 4 + held
    starts = np.arange(len(sample) + 1) * codes[0].size
    data = worth.ravel().astype(np.int32)
    return sparse.csr_matrix((data, codes.ravel(), starts), shape=(len(sample), SKILLS * 4))


class Tantivy:
    """A search engine of Lucene's kind: weighted terms with constant scores, and filters."""

    def __init__(self, flat: Flat) -> None:
        import tantivy

        self.api, self.flat = tantivy, flat
        schema = tantivy.SchemaBuilder()
        for name in ("isco", "eqf", "years", "available", "country"):
            schema.add_unsigned_field(name, indexed=True, fast=True)
        schema.add_text_field("has", tokenizer_name="raw", index_option="basic")
        self.schema = schema.build()
        index = tantivy.Index(self.schema)
        writer = index.writer(heap_size=500_000_000, num_threads=1)
        for w in np.argsort(flat.place).tolist():  # document numbers are places in the draw
            spoken = flat.languages[w]
            has = [f"s{s}_{level}" for s, level in zip(flat.skill[w], flat.level[w], strict=True)]
            has += [f"l{c}_{k}" for c in np.flatnonzero(spoken) for k in range(1, spoken[c] + 1)]
            has += [f"L{bit}" for bit in range(32) if flat.licences[w] >> bit & 1]
            has += [f"P{bit}" for bit in range(8) if flat.permits[w] >> bit & 1]
            document = tantivy.Document()
            for name in ("isco", "eqf", "years", "available", "country"):
                document.add_unsigned(name, int(getattr(flat, name)[w]))
            for token in has:
                document.add_text("has", token)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    def _query(self, v: int):
        api, flat, schema = self.api, self.flat, self.schema
        query, must, should = api.Query, api.Occur.Must, api.Occur.Should

        def between(field: str, low: int, high: int):
            kind = api.FieldType.Unsigned
            return query.range_query(schema, field, kind, int(low), int(high))

        def has(token: str):
            return query.term_query(schema, "has", token)

        listed = [c for c in range(COUNTRIES) if flat.countries[v] >> c & 1]
        filters = [
            between("isco", flat.low[v], flat.high[v] - 1),
            between("eqf", flat.eqf_min[v], 8),
            between("years", flat.years_min[v], 60),
            between("available", 0, flat.start[v]),
            query.term_set_query(schema, "country", listed),
            has(f"l{flat.language[v]}_{flat.language_min[v]}"),
        ]
        filters += [has(f"L{bit}") for bit in range(32) if flat.licences_all[v] >> bit & 1]
        filters += [has(f"P{bit}") for bit in range(8) if flat.permits_any[v] >> bit & 1]
        clauses = [(must, query.const_score_query(filter, 0.0)) for filter in filters]
        asked = zip(flat.asked[v], flat.asked_level[v], flat.points[v], strict=True)
        for skill, level, points in asked:
            for held in (1, 2, 3):
                worth = int(points * min(held, level) // level)
                term = has(f"s{skill}_{held}")
                clauses.append((should, query.const_score_query(term, float(worth))))
        return query.boolean_query(clauses)

    def __call__(self, sample: np.ndarray) -> np.ndarray:
        found = np.full((len(sample), TOP), -1, np.int64)
        for row, v in enumerate(sample.tolist()):
            hits = self.searcher.search(self._query(v), TOP, count=False).hits
            for place, (score, address) in enumerate(hits):
                found[row, place] = (round(score) << 32) + (LAST_PLACE - address.doc)
        return found
