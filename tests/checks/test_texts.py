"""What the texts say of a repository: places, years, numbers left out, counts."""

import pytest

from silkfigures.checks import text_findings
from silkfigures.readings.coverage import coverage, write_coverage

PEREVAL = "raw/readings/pereval.yaml"
NEW = "the year 2010 of `period` stands nowhere in the publication"


def lines(example):
    return [str(finding) for finding in text_findings(example, example / "texts")]


def test_a_year_that_the_publication_does_not_print_is_found(example, edit):
    found = [line for line in lines(example) if line.startswith(PEREVAL) and "the year" in line]
    assert [line.partition(": ")[2].partition(" (mend")[0] for line in found] == [f"period: {NEW}"] * 2
    at = edit(PEREVAL, "    period: 2010/2020", "    period: 2010/2020\n    note: Ten years, so from 2010.")
    assert found[0].startswith(f"{PEREVAL}:{at}: ")
    assert not any(line.startswith(PEREVAL) and "the year" in line for line in lines(example))


def test_the_base_may_be_the_year_before_and_no_other(example, edit):
    edit(PEREVAL, "base_period: 2019-01/2019-03", "base_period: 2018-01/2018-03")
    assert any("the year 2018 of `base_period` stands nowhere" in line for line in lines(example))


def test_a_quote_that_does_not_stand_in_its_text_is_found(example, edit):
    at = edit(PEREVAL, "края работают 300 человек", "края работали 300 человек")
    found = lines(example)
    assert found[0].startswith(f"{PEREVAL}:{at - 1}: the quote is not in the text")


def test_a_place_that_moved_is_found(example):
    places = example / "raw/places.csv"
    row = next(line for line in places.read_text().splitlines() if line.startswith("pereval-006,"))
    cells = row.split(",")
    moved = ",".join([*cells[:3], str(int(cells[3]) + 1), str(int(cells[4]) + 1), *cells[5:]])
    places.write_text(places.read_text().replace(row, moved))
    assert any(
        "pereval-006 stands at" in line and line.startswith("raw/places.csv: ") for line in lines(example)
    )


def test_numbers_that_nothing_accounts_for_and_wrong_counts_are_found(example):
    found = lines(example)
    wrong = [line for line in found if line.startswith("raw/coverage.csv: numbers: teapass")]
    assert wrong and all("0 numbers, and the texts give" in line for line in wrong)
    write_coverage(example, coverage(example, example / "texts"))
    assert [line for line in lines(example) if line.startswith("raw/coverage.csv")] == []
    unexplained = [line for line in found if "nothing accounts for" in line]
    assert len(unexplained) == len(coverage(example, example / "texts").unexplained)


@pytest.mark.slow
def test_this_repository_agrees_with_its_texts(root, texts):
    assert [str(finding) for finding in text_findings(root, texts)] == []


def test_a_party_that_the_publication_does_not_name_is_found(example, edit):
    assert not any(line.startswith(PEREVAL) and "is named nowhere" in line for line in lines(example))
    at = edit(PEREVAL, "        partner: CHN\n", "        partner: KGZ\n")
    (line,) = [line for line in lines(example) if line.startswith(PEREVAL) and "is named nowhere" in line]
    assert line.startswith(
        f"{PEREVAL}:{at}: partner: 'KGZ' is named nowhere in the publication (mend: correct it; or"
    )
