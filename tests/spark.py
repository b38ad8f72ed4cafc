"""A Spark cluster on this machine for tests: a standalone master and two workers."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

needed = [
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
