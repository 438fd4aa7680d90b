"""Importing the reader is cheap: nothing but the standard library, and lexicons only on first use."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
import silkfigures.quantities
from silkfigures.quantities.lexicon import lexicon
from silkfigures.quantities.units import units
print(lexicon.cache_info().currsize, units.cache_info().currsize)
print(sorted({"pandas", "pint", "yaml", "click", "pandera"} & set(sys.modules)))
silkfigures.quantities.find_quantities("5 km")
print(units.cache_info().currsize)
"""


def test_nothing_is_loaded_before_it_is_needed() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:3] == ["0 0", "[]", "1"]
