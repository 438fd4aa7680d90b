"""Number words, and digits with an ordinal ending, that count nothing: ordinals, "one of", "millions of"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

