from benchmarks.record import Record, around, shorten, tally


def test_a_record_reaches_its_bar_from_either_side():
    assert Record("found", 98.0, bar=98.0).passed is True
    assert Record("found", 97.99, bar=98.0).passed is False
    assert Record("too much", 2.0, bar=2.0, at_most=True).passed is True
    assert Record("too much", 2.1, bar=2.0, at_most=True).passed is False


def test_a_record_without_bar_or_measurement_neither_passes_nor_fails():
    assert Record("found", 50.0).passed is None
    assert Record("found", None, bar=98.0).passed is None


def test_only_ten_failures_are_kept_and_each_is_short():
    record = Record("found", 0.0, failures=tuple("x" * 200 for _ in range(30)))
    assert len(record.failures) == 10
    assert all(len(failure) == 100 for failure in record.failures)


def test_tally_counts_successes_or_with_worst_failures():
    outcomes = [None, "a", None, None, "b", None, None, None]
    assert tally("found", outcomes).measured == 75.0
    worst = tally("too much", outcomes, 30, worst=True)
    assert (worst.measured, worst.passed, worst.n) == (25.0, True, 8)


def test_tally_of_nothing_measures_nothing():
    assert tally("found", []).measured is None


def test_a_figure_is_shown_with_text_on_both_sides():
    assert around("aaaa 5 km bbbb", 5, 9, width=8) == "a [5 km] b"
    assert shorten("a \n b") == "a b"
