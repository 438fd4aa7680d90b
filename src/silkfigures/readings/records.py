"""What a reading holds: figures (a quote and its claims) and the numbers left out, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Why a number in the text is no figure; the values `reason` may take under `left_out`.
REASONS = (
    "date",
    "citation",
    "list_number",
    "page",
    "name",
    "ordinal",
    "vague",
    "frame_of_time",
    "anniversary",
    "header",
    "article",
    "bare_word",
)

#: What a claim may say besides the dimensions of its table.
MEANINGS = (
    "indicator",
    "lang",
    "measure",
    "direction",
    "period",
    "period_kind",
    "base_period",
    "announced",
    "status",
    "qualifier",
    "attributed_to",
    "fact",
    "part_of",
    "flag",
    "note",
)


@dataclass(frozen=True, slots=True)
class UnitQuote:
    """Where the unit of a figure stands printed when it stands away from the number."""

    line: int | None
    quote: str
    source_line: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: what one printed figure says.

    `keys` holds all that the reading says of it (indicator, dimensions, period …), those of its figure too;
    `lines` the line of each key. `take` and `nth` name the printed figure inside the quote.
    """

    id: str
    take: str | None
    nth: int | None
    unit: UnitQuote | None
    keys: dict[str, str]
    lines: dict[str, int]
    source_line: int

    @property
    def indicator(self) -> str:
        """Code of the indicator; empty when the reading forgot it."""
        return self.keys.get("indicator", "")

    def line_of(self, key: str) -> int:
        """Line of the reading in which a key stands, or in which the claim begins."""
        return self.lines.get(key, self.source_line)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quote, the line of the text in which it begins (None: it stands there only once), and its claims."""

    line: int | None
    quote: str
    claims: tuple[Claim, ...]
    source_line: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A number of the text that is no figure, and why."""

    line: int | None
    quote: str
    take: str | None
    nth: int | None
    reason: str
    source_line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one work. `path` is the file as errors name it."""

    work: str
    document: str
    path: str
    figures: tuple[Figure, ...]
    left_out: tuple[LeftOut, ...] = field(default=())

    @property
    def claims(self) -> list[tuple[Figure, Claim]]:
        """Every claim with its figure, in the order of the file."""
        return [(figure, claim) for figure in self.figures for claim in figure.claims]

    def claim_id(self, number: str) -> str:
        """The full identifier of a claim of this work: `dong2025-025`."""
        return f"{self.work}-{number}"
