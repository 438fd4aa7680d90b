"""Importing the package is quick and loads nothing heavy, in a process of its own."""

import json
import subprocess
import sys

import pytest

import silkfigures

HEAVY = (
    "pandas", "numpy", "pint", "pandera", "frictionless", "openpyxl", "click", "rich", "pybtex", "yaml",
    "matplotlib",
)  # fmt: skip
SHOW = f"import json, sys; print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def seconds(before: str, timed: str, runs: int = 5) -> float:
    """Processor time of `timed` after `before`, each run in a new process: the least of several runs."""
    code = f"import time\n{before}\nstart = time.process_time()\n{timed}\nprint(time.process_time() - start)"
    return min(float(python(code)) for _ in range(runs))


def test_importing_loads_nothing_heavy():
    assert json.loads(python(f"import silkfigures; dir(silkfigures); {SHOW}")) == []


def test_reading_quantities_loads_no_tables():
    assert json.loads(python(f"import silkfigures as sf; sf.find_quantities('5 km'); {SHOW}")) == []


def test_loading_a_table_needs_pandas_alone():
    loaded = json.loads(python(f"import silkfigures as sf; sf.load('trade'); {SHOW}"))
    assert set(loaded) <= {"pandas", "numpy"}


def test_importing_takes_at_most_20_ms():
    assert seconds("pass", "import silkfigures") <= 0.020


def test_loading_a_table_takes_at_most_30_ms_more_than_pandas():
    assert seconds("import pandas", "import silkfigures as sf; sf.load('trade')") <= 0.030


def test_every_public_name_is_there_and_listed():
    for name in silkfigures.__all__:
        assert getattr(silkfigures, name) is not None
        assert name in dir(silkfigures)


def test_another_name_is_no_attribute():
    with pytest.raises(AttributeError, match="'silkfigures' has no attribute 'laod'"):
        _ = silkfigures.laod


def test_a_fetched_name_is_kept():
    assert silkfigures.load is vars(silkfigures)["load"]
