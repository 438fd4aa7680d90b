"""The readings leave no number of the texts unexplained, and no rule takes a number that they claim."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from silkfigures.readings.coverage import Coverage, Found, coverage, coverage_rows, read_coverage
from silkfigures.readings.errors import Errors


@pytest.fixture(scope="module")
def whole(root: Path, texts: Path) -> Coverage:
    started = time.process_time()
    found = coverage(root, texts)
    assert time.process_time() - started < 20
    return found


def said(numbers: list[Found]) -> list[str]:
    return [f"{n.document}:{n.line}: …{n.before[-20:]}[{n.text}]{n.after[:20]}… {n.proved}" for n in numbers]


@pytest.mark.slow
def test_every_number_is_accounted_for(whole: Coverage) -> None:
    assert said(whole.unexplained) == []


@pytest.mark.slow
def test_no_rule_would_have_left_out_a_claim(whole: Coverage) -> None:
    assert said(whole.contested) == []


@pytest.mark.slow
def test_the_lock_file_says_what_the_texts_say(whole: Coverage, root: Path) -> None:
    errors = Errors()
    written = read_coverage(root, errors)
    errors.check()
    assert written == coverage_rows(whole)
