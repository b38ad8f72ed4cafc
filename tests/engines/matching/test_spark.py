"""The same rows from a cluster: a standalone master and two workers on this machine."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corridor.engines.matching import Criteria, Vacancies, Workers, shortlist, shortlist_on_spark

COLUMNS = ("vacancy", "worker", "rank", "score", "funnel")

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(not shutil.which("java"), reason="a Spark cluster needs Java"),
    pytest.mark.skipif(
        not importlib.util.find_spec("pyspark"), reason="needs the spark extra (pyspark)"
    ),
]


class Daemon:
    """A Spark master or worker, known to be up by a line of its log."""

    def __init__(self, environment, *arguments, until):
        command = [str(Path(environment["SPARK_HOME"]) / "bin" / "spark-class"), *arguments]
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        for line in self.process.stderr:
            if found := re.search(until, line):
                self.said = found
                return
        raise RuntimeError(f"{' '.join(arguments)} ended before it said {until!r}")

    def stop(self):
        self.process.terminate()
        self.process.stderr.close()
        self.process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    import pyspark

    work = tmp_path_factory.mktemp("spark")
    environment = {
        **os.environ,
        "SPARK_HOME": str(Path(pyspark.__file__).parent),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(work),
        "PYSPARK_PYTHON": sys.executable,
    }
    package = "org.apache.spark.deploy"
    ports = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
    daemons = [
        Daemon(environment, f"{package}.master.Master", *ports, until=r"(spark://127[.\d]+:\d+)")
    ]
    try:
        address = daemons[0].said[1]
        for number in (1, 2):
            daemons.append(
                Daemon(
                    environment,
                    f"{package}.worker.Worker",
                    *ports,
                    *("--cores", "1", "--memory", "1g", "--work-dir", str(work / str(number))),
                    address,
                    until="Successfully registered",
                )
            )
        with pytest.MonkeyPatch.context() as patch:
            for name in ("SPARK_HOME", "SPARK_LOCAL_IP", "PYSPARK_PYTHON"):
                patch.setenv(name, environment[name])
            yield address
    finally:
        for daemon in reversed(daemons):
            daemon.stop()


def invented(people, posts):
    random = np.random.default_rng(11)
    isco = ("5321", "5322", "2221", "9111")
    pool = Workers.from_rows(
        {
            "id": f"W{n}",
            "isco": isco[n % 4],
            "skills": {f"S{s}": s % 3 + 1 for s in random.choice(40, 8, replace=False).tolist()},
            "years": n % 12,
        }
        for n in range(people)
    )
    jobs = Vacancies.from_rows(
        {
            "id": f"V{n}",
            "isco": ("", "53", "2221", "9")[n % 4],
            "skills_essential": {f"S{(n + k) % 40}": k % 3 + 1 for k in range(5)},
            "years_min": n % 7,
        }
        for n in range(posts)
    )
    return pool, jobs


def test_two_workers_give_the_same_rows_as_this_process(cluster):
    pool, jobs = invented(600, 90)
    here = shortlist(pool, jobs, Criteria(), top=5, seed=3, kernel="numpy")
    there = shortlist_on_spark(
        cluster, pool, jobs, Criteria(), top=5, seed=3, kernel="numpy", vacancies_per_block=20
    )
    assert len(here) > 300
    for name in COLUMNS:
        assert np.array_equal(getattr(here, name), getattr(there, name)), name
    assert there.reasons("V1", str(pool.id[there.worker[there.vacancy == 1][0]]))


def test_a_session_that_is_there_already_is_used_and_left_open(cluster):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master(cluster).getOrCreate()
    try:
        pool, jobs = invented(50, 7)
        there = shortlist_on_spark(session, pool, jobs, Criteria(), top=3)
        assert np.array_equal(there.worker, shortlist(pool, jobs, Criteria(), top=3).worker)
        executors = session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
        assert executors == 2
        assert len(shortlist_on_spark(session, pool, jobs.take(slice(0, 0)), Criteria())) == 0
    finally:
        session.stop()
