"""A lexicon: all that is known of a language, compiled from the tables of its file.

The form of the files is described in ``lexicons/README.md``.
"""

import re
from collections.abc import Iterable
from decimal import Context, Decimal

from silkfigures.quantities.units import units
from silkfigures.quantities.words import Trie, alternation, compose, expand

URL = r"(?:https?://|www\.|doi\.org/|10\.\d{4,9}/)\S{0,300}"


# Fractions are decimals of this precision.
FRACTIONS = Context(prec=28)

# The tables of number words: how each kind adds up, and which of them a number may start with.
KINDS = {"numbers": "add", "hundreds": "hundred", "multipliers": "scale", "short_multipliers": "scale"}
STARTERS = ("numbers", "hundreds", "multipliers")


class LexiconError(ValueError):
    """A language without a lexicon, or a lexicon file that cannot be used; the message names it."""


class Lexicon:
    """One language, ready for look-up.

    Parameters
    ----------
    data : dict
        What the TOML file holds.
    source : str
        The file's name, for messages.

    Attributes
    ----------
    numbers : dict of str to (kind, Decimal)
        Number words and multipliers by form; kinds ``add``, ``hundred``, ``scale``.
    units, rates_after, rates_apart, after : Trie
        Phrases read forwards.
    before, rates_before : Trie
        Phrases read backwards from the number.
    anchor : re.Pattern
        Finds where a number may start; group ``skip`` is an address to pass over, ``code`` a currency glued
        to its number.
    """

    def __init__(self, data: dict, source: str = "lexicon"):
        """Compile the tables; see the class."""
        self.source = source
        self.endings = compose(data.get("endings", {}))
        self.endings.setdefault("default", [""])
        language = self._need(data, "language")
        self.code: str = language["code"]
        self.script: str = language["script"]
        self.letters: str = language.get("letters", "")
        digits = data.get("digits", {})
        noise = data.get("print", {}).get("noise")
        self.noise = re.compile(noise) if noise else None
        self.decimal: str = digits.get("decimal", ".")
        self.part_of = re.compile(rf"{digits['part_of']}\b") if "part_of" in digits else None
        self._read_numbers(data)
        self._read_units(data)
        self._read_context(data)
        self._read_refusals(data)
        code = rf"(?P<code>{alternation(_money_codes())})(?=\d)"
        self.anchor = re.compile(rf"\b(?:(?P<skip>{URL})|(?P<digit>\d)|{code}|{self._starts(data)})")

    def _need(self, data: dict, table: str) -> dict:
        """Give a table that every lexicon must have."""
        if table not in data:
            raise LexiconError(f"{self.source}: table [{table}] is missing; see lexicons/README.md")
        return data[table]

    def _forms(self, patterns) -> frozenset[str]:
        """Every form of a list of single-word patterns."""
        return frozenset(form for pattern in patterns for form in self._expand(pattern))

    def _expand(self, pattern: str) -> list[str]:
        """Forms of one pattern; an unknown ending set is an error that names the known ones."""
        try:
            return expand(pattern.lower(), self.endings)
        except LookupError as error:
            raise self._unknown(error) from None

    def _trie(self, phrases: Iterable, backwards: bool = False) -> Trie:
        """A trie of (pattern, value) pairs, or of patterns alone."""
        pairs = ((item, True) if isinstance(item, str) else item for item in phrases)
        try:
            return Trie(pairs, self.endings, backwards)
        except LookupError as error:
            raise self._unknown(error) from None

    def _unknown(self, error: LookupError) -> LexiconError:
        """The error for an ending set that is not declared."""
        return LexiconError(f"{self.source}: {error.args[0]}; declared: {', '.join(sorted(self.endings))}")

    def _table(self, data: dict, name: str) -> dict[str, Decimal]:
        """A table of word patterns and numbers, by form."""
        forms: dict[str, Decimal] = {}
        for pattern, number in data.get(name, {}).items():
            for form in self._expand(pattern):
                forms.setdefault(form, _value(number))
        return forms

    def _read_numbers(self, data: dict) -> None:
        """Number words, multipliers and what stands between them."""
        self.numbers: dict[str, tuple[str, Decimal]] = {}
        for table, kind in KINDS.items():
            for form, number in self._table(data, table).items():
                self.numbers.setdefault(form, (kind, number))
        self.unit_multipliers = self._table(data, "unit_multipliers")
        self.multiples = self._table(data, "multiples")
        self.fractions = self._table(data, "fractions")
        self.parts_of = self._table(data, "parts_of")
        self.decimals_before = self._table(data, "decimals_before")
        self.decimals_after = self._table(data, "decimals_after")
        rules = data.get("number_words", {})
        self.joiners = frozenset(rules.get("joiners", ()))
        self.hyphens: bool = rules.get("hyphens", False)
        self.commas: bool = rules.get("commas", False)
        self.point = frozenset(rules.get("point", ()))
        self.whole = self._forms(rules.get("whole", ()))
        self.decimal_links = frozenset(rules.get("decimal_links", ()))
        self.half_after = self._trie(rules.get("half_after", ()))
        self.parts = self._forms(rules.get("parts", ()))
        self.part_links = self._trie(rules.get("part_links", ()))
        self.never_alone = self._forms(rules.get("never_alone", ()))
        self.minus = frozenset(rules.get("minus", ()))
        self.part_openers = self._trie(rules.get("part_openers", ()), backwards=True)
        self.of_whole = frozenset(rules.get("of_whole", ()))
        self.digit_one: bool = rules.get("digit_one_alone", True)
        self.ordinal_words = self._table(data, "ranks")
        amounts = data.get("amounts", {})
        self.amounts = {form: (n, unit) for unit in amounts for form, n in self._table(amounts, unit).items()}
        self.articles = frozenset(rules.get("articles", ()))
        self.starters = {form for table in STARTERS for form in self._table(data, table)}
        self.starters -= self._forms(rules.get("never_start", ()))
        for form in rules.get("no_number", ()):
            self.numbers.pop(form, None)

    def _starts(self, data: dict) -> str:
        """The regular expression of the beginnings of all words that may start a number."""
        tables = (*STARTERS, "parts_of", "multiples")
        stems = {pattern.lower().partition("~")[0] for name in tables for pattern in data.get(name, {})}
        stems.update(data.get("number_words", {}).get("starts", ()))
        return alternation(stems) if stems else r"(?!)"

    def _read_units(self, data: dict) -> None:
        """Unit words of the language and the signs that all languages share."""
        phrases: list[tuple[str, tuple[str, Decimal]]] = []
        for entry in data.get("units", ()):
            code = entry["code"]
            if any(part not in units() for part in code.split("/")):
                raise LexiconError(f"{self.source}: unit {code!r} is not declared in units.toml")
            factor = Decimal(entry.get("factor", "1"))
            phrases += ((words, (code, factor)) for words in entry["words"])
        for unit in units().values():
            money = [unit.code] if unit.dimension == "money" else []
            phrases += ((sign, (unit.code, Decimal(1))) for sign in (*unit.symbols, *money))
        self.units = self._trie(phrases)
        self.unit_factors = {(code, factor) for _, (code, factor) in phrases}

    def _read_context(self, data: dict) -> None:
        """Qualifiers, rates, ranges, verbs of change."""

        def phrases(table: dict) -> list[tuple[str, str]]:
            return [(phrase, name) for name, words in table.items() if name != "fillers" for phrase in words]

        before, after = data.get("before", {}), data.get("after", {})
        self.before = self._trie(phrases(before), backwards=True)
        self.fillers = frozenset(before.get("fillers", ()))
        self.after = self._trie(phrases(after))
        self.after_from = self._trie(phrases(data.get("after_from", {})))
        rates = data.get("rates", {})
        self.far_rates = {" ".join(phrase.split()): unit for phrase, unit in rates.get("far", {}).items()}
        phrase = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in self.far_rates)
        self.far_rate = re.compile(rf"\b(?:{phrase})\b") if phrase else None
        none = dict.fromkeys(rates.get("none", ()), "")
        self.rates_after = self._trie((rates.get("after", {}) | none).items())
        self.rates_apart = self._trie((rates.get("apart", {}) | none).items())
        self.rates_before = self._trie(rates.get("before", {}).items(), backwards=True)
        self.unit_openers = frozenset(rates.get("unit_openers", ("in",)))
        self.rates_slash = self._trie(rates.get("slash", {}).items())
        levels = data.get("levels", {})
        self.level_words = frozenset(levels.get("to", ()))
        self.change_openers = frozenset(levels.get("from", ()))
        self.level_openers = frozenset(levels.get("openers", ()))
        self.change = _prefixes(levels.get("change", ()))
        self.change_side: str = levels.get("side", "before")
        ranges = data.get("ranges", {})
        self.joins = frozenset(ranges.get("joins", ()))
        self.pairs = frozenset(tuple(pair) for pair in ranges.get("pairs", ()))
        self.alternatives = frozenset(ranges.get("alternatives", ()))
        self.coordinate = frozenset(ranges.get("coordinate", ()))
        self.from_endings = tuple(ranges.get("from_endings", ()))
        self.to_endings = tuple(ranges.get("to_endings", ()))
        counted = data.get("counted", {})
        self.counted_reach: int = counted.get("reach", 0)
        self.counted_endings = tuple(counted.get("endings", ()))

    def _read_refusals(self, data: dict) -> None:
        """Dates, labels, ordinals and other numbers that measure nothing."""
        dates, refuse = data.get("dates", {}), data.get("refuse", {})
        self.months = self._forms(dates.get("months", ()))
        self.month_before_words: bool = dates.get("month_before_words", False)
        self.bare_years: bool = dates.get("bare_years", True)
        self.month_before: bool = dates.get("month_before", False)
        self.year_before = self._forms(dates.get("year_before", ()))
        self.year_after = self._forms(dates.get("year_after", ()))
        self.date_joins = frozenset(dates.get("joins", ()))
        self.date_after = self._trie(dates.get("after", ()))
        self.decade_after = frozenset(dates.get("decade_after", ()))
        self.decades = frozenset(dates.get("decades", ()))
        self.labels_before = self._forms(refuse.get("before", ()))
        self.labels_after = self._forms(refuse.get("after", ()))
        self.labels_point = self._forms(refuse.get("before_point", ()))
        self.ordinals = frozenset(refuse.get("ordinal_endings", ()))
        self.vague_before = self._trie(refuse.get("vague_before", ()), backwards=True)
        self.hyphen_ordinal: bool = refuse.get("hyphen_is_ordinal", False)
        self.vague = frozenset(refuse.get("vague_endings", ()))
        self.cases = self._forms(refuse.get("case_endings", ())) - {""}
        self.names = tuple(refuse.get("names", ()))
        self.phrases = self._trie(refuse.get("phrases", ()))


def _money_codes() -> list[str]:
    """Codes of currencies in small letters; a number may be glued to one ("USD500m")."""
    return [unit.code.lower() for unit in units().values() if unit.dimension == "money"]


def _value(number: int | float | str) -> Decimal:
    """The value of a number word; text such as "1/3" is a fraction."""
    above, slash, below = str(number).partition("/")
    return FRACTIONS.divide(Decimal(above), Decimal(below)) if slash else Decimal(above)


def _prefixes(stems) -> re.Pattern:
    """A pattern for any word that begins with one of the stems."""
    return re.compile(rf"\b{alternation(stems)}" if stems else r"(?!)")
