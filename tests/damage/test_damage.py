"""The checks catch damage: all that matters with the texts, nearly all without; `make damage` in small."""

import json

import pytest

from silkfigures.cli.validate import whole
from tests.damage.__main__ import COUNT, SEED, missed
from tests.damage.draw import KINDS, damage
from tests.damage.judge import CHECKOUT, CHECKOUT_TEXTS, REBUILT, TABLES, VIEWS, Judge
from tests.damage.kinds import repository_files
from tests.damage.once import done_once
from tests.damage.report import as_json, as_markdown, summary
from tests.damage.run import run

# Damage that no check without the texts catches, one that nothing changes, and the plainest of the others.
SAMPLE = {
    "digit changed": True,
    "header renamed": True,
    "file empty": True,
    "reading: period shifted": True,
    "description, citation or report edited": True,
    "correction: reason or evidence changed": False,
    "reading: number left out no longer": False,
    "reading: white space or a comment more": False,
}
# One kind in four; `test_the_shares_caught` draws each of them ten times.
FEW = [name for name, kind in KINDS.items() if kind.must][::4]


@pytest.fixture(scope="module")
def judge(root, tmp_path_factory):
    """A judge without the texts."""
    with done_once():
        yield Judge(root, None, tmp_path_factory.mktemp("judged"))


@pytest.fixture(scope="module")
def in_a_checkout(root, tmp_path_factory):
    """A judge of the first mode alone."""
    with done_once():
        yield Judge(root, None, tmp_path_factory.mktemp("quickly"), [CHECKOUT])


@pytest.fixture(scope="module")
def sound(root, tmp_path_factory):
    """A sound copy of this repository, to be damaged and put right."""
    folder = tmp_path_factory.mktemp("copy")
    for name, content in repository_files(root).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("name", FEW)
def test_a_kind_that_matters_is_caught_in_a_checkout(in_a_checkout, files, name):
    one = damage(files, KINDS[name], SEED, 0)
    assert in_a_checkout.verdict(one)[CHECKOUT], one.said


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLE)
def test_the_judge_says_what_the_command_says(judge, sound, files, name):
    one = damage(files, KINDS[name], SEED, 0)
    try:
        for path, content in one.hurt.items():
            (sound / path).write_bytes(content)
        findings = whole(sound, outsider=False).findings
        assert bool(findings) == bool(judge.verdict(one)[CHECKOUT]) == SAMPLE[name], one.said
    finally:
        for path in one.hurt:
            (sound / path).write_bytes(files[path])
    assert not judge.verdict(damage(files, KINDS["reading: white space or a comment more"], SEED, 0))[
        CHECKOUT
    ]


@pytest.mark.slow
def test_nothing_is_caught_where_nothing_is_damaged(judge, files):
    from tests.damage.draw import Damage

    for name in ("tables/figures.csv", "raw/places.csv", "CITATION.cff"):
        verdict = judge.verdict(Damage("none", 0, {name: files[name]}, ""))
        assert verdict and not any(verdict.values())


@pytest.mark.slow
def test_rules_alone_catch_a_number_that_its_words_do_not_print(judge, files):
    for number in range(40):
        one = damage(files, KINDS["number and bounds moved by one"], SEED, number)
        verdict = judge.verdict(one)
        assert verdict[TABLES], one.said
        if VIEWS in verdict:
            assert "reads" in verdict[VIEWS] or verdict[VIEWS], one.said
            break
    else:
        pytest.fail("no damage to the master table was drawn")


@pytest.mark.slow
def test_what_a_reader_alone_can_see_is_not_called_caught(judge, files):
    """A period changed by hand and built anew is another reading, and a sound one."""
    verdicts = [
        judge.verdict(damage(files, KINDS["reading: period lost"], SEED, number)) for number in range(3)
    ]
    assert all(verdict[CHECKOUT] for verdict in verdicts)
    assert not all(verdict[REBUILT] for verdict in verdicts)


@pytest.mark.slow
def test_the_shares_caught(root, texts):
    result = summary(run(root, texts, SEED, COUNT), SEED)
    assert result["damages"] >= 1000 and result["kinds"] >= 15
    for mode, floor in ((CHECKOUT, 0.99), (CHECKOUT_TEXTS, 1.0)):
        share = result["modes"][mode]["matters"]
        assert share["caught"] >= floor * share["damages"], json.dumps(
            result["slipped"], ensure_ascii=False, indent=1
        )
    assert as_json(result) == (root / "validation" / "damage.json").read_text(encoding="utf-8")


def test_the_page_is_what_the_numbers_give(root):
    written = (root / "validation" / "damage.json").read_text(encoding="utf-8")
    result = json.loads(written)
    assert as_json(result) == written
    assert as_markdown(result) == (root / "validation" / "damage.md").read_text(encoding="utf-8")
    assert result["damages"] >= 1000
    assert set(result["by_kind"]) == set(KINDS)
    assert missed(result) == []
    assert [one["kind"] for one in result["slipped"] if not one["why"]] == []


def test_too_little_caught_is_no_success():
    def result(caught):
        return {"modes": {CHECKOUT_TEXTS: {"matters": {"damages": 200, "caught": caught}}}}

    assert missed(result(200)) == []
    assert missed(result(199)) == [CHECKOUT_TEXTS]
