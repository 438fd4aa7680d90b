"""How a typed script uses the package, for mypy: `make lint` checks it, and nothing runs it.

The uses marked `type: ignore` are wrong, and mypy must say so: under `strict` an ignore for nothing is an
error.
"""

from decimal import Decimal
from typing import assert_type

import pandas as pd

import silkfigures as sf

trade = sf.load("trade", reporter="KAZ", period="2024", corrected=True, labels="ru")
assert_type(trade, pd.DataFrame)
assert_type(sf.tables(), pd.DataFrame)
assert_type(sf.convert(trade, "CNY", rates={"USD": 7.1}), pd.DataFrame)
assert_type(sf.headings("trade", "kk"), dict[str, str])
assert_type(sf.evidence(trade.iloc[0]), sf.Evidence)
assert_type(sf.evidence("dong2025-025"), sf.Evidence)
for rows in (trade, trade["claim_id"], trade.iloc[0], "dong2025", ["dong2025"], None):
    assert_type(sf.cite(rows, "gost", lang="kk"), str)
(found,) = sf.find_quantities("5 km")
assert_type(found, sf.Quantity)
assert_type(found.value, Decimal | None)
assert_type(sf.__version__, str)
try:
    sf.metadata()["name"]
except sf.SilkfiguresError as error:
    assert_type(error, sf.SilkfiguresError)

sf.cite(trade, format="mla")  # type: ignore[arg-type]
sf.cite(trade, lang="kz")  # type: ignore[arg-type]
sf.convert(trade)  # type: ignore[call-arg]
sf.laod("trade")  # type: ignore[attr-defined]
