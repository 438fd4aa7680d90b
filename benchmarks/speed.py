"""Speed on one core, against quantulum3 on the same English text in the same run.

The text is the English (Russian, Kazakh) prose of the source texts: lines of one language, joined. Ours
reads it repeated to a fixed length; quantulum3, which is slow, reads the beginning of the same text,
line by line: its time grows faster than the text, and short pieces suit it best. Each is the best of
several passes by process time, after a pass over a few lines so that everything is loaded and compiled.
Ours is asked without a language, as a user would.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.record import Record
from benchmarks.spans import Reader

LENGTH = 1_000_000
PEER_LENGTH = 60_000
PASSES = 3
BAR = 20.0
LANGUAGE_BAR = 2.0
KAZAKH = re.compile("[әғқңөұүһіӛҥӘҒҚҢӨҰҮҺІӚҤ]")
CYRILLIC = re.compile("[а-яёА-ЯЁ]")
LATIN = re.compile("[a-zA-Z]")


def language_of(line: str) -> str | None:
    """Return ``en``, ``ru`` or ``kk`` for a line of prose in one language, None for anything else.

    A line of less than 30 letters is no prose; Russian is told from Kazakh by the letters Kazakh adds.

    Examples
    --------
    >>> language_of("short") is None, language_of("trade between the two neighbours " * 3)
    (True, 'en')
    """
    cyrillic, latin, kazakh = (len(letters.findall(line)) for letters in (CYRILLIC, LATIN, KAZAKH))
    if cyrillic + latin + kazakh < 30:
        return None
    if latin > 50 * (cyrillic + kazakh):
        return "en"
    if cyrillic + kazakh > 20 * latin:
        return "kk" if kazakh > 0.05 * cyrillic else "ru" if not kazakh else None
    return None


def prose(texts: Path, lang: str, length: int = LENGTH) -> str:
    """Return the prose of `lang` in the ``*.txt`` files of `texts`, repeated to `length` characters."""
    lines = [
        line for path in sorted(texts.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    text = "\n".join(line for line in lines if language_of(line) == lang)
    if not text:
        return ""
    return (text * (length // len(text) + 1))[:length]


def characters_per_second(work: Callable[[str], object], text: str, passes: int = PASSES) -> float:
    """Return how many characters of `text` one core reads in a second: the best of `passes` passes."""
    work(text[:2000])
    best = float("inf")
    for _ in range(passes):
        begin = time.process_time()
        work(text)
        best = min(best, time.process_time() - begin)
    return len(text) / best


def measure(shared: Path, read: Reader) -> list[Record]:
    """Measure the reader `read` on the texts in ``shared/texts``.

    Returns
    -------
    list of Record
        Characters a second for en, ru, kk and for the peer; the ratio to the peer; English to ru and kk.
    """
    texts = {lang: prose(shared / "texts", lang) for lang in ("en", "ru", "kk")}
    speeds = {
        lang: characters_per_second(lambda text: read(text, None), text)
        for lang, text in texts.items()
        if text
    }
    records = [Record(f"speed, {lang}", round(speed), "chars/s", n=LENGTH) for lang, speed in speeds.items()]
    if "en" in speeds:
        records += _against_peer(texts["en"], speeds["en"])
        records += [
            Record(
                f"speed of English against {lang}",
                round(speeds["en"] / speeds[lang], 2),
                "x",
                LANGUAGE_BAR,
                at_most=True,
                n=LENGTH,
            )
            for lang in ("ru", "kk")
            if lang in speeds
        ]
    return records


def _against_peer(text: str, ours: float) -> list[Record]:
    try:
        from quantulum3 import parser
    except ImportError:
        return [Record("speed against quantulum3", None, "x", BAR, note="quantulum3 is not installed")]
    peer = characters_per_second(
        lambda part: [parser.parse(line) for line in part.splitlines()], text[:PEER_LENGTH], 2
    )
    note = f"the same text, quantulum3 its first {PEER_LENGTH:,} characters line by line"
    return [
        Record("speed of quantulum3, en", round(peer), "chars/s", n=PEER_LENGTH, note=note),
        Record("speed against quantulum3, en", round(ours / peer, 1), "x", BAR, n=LENGTH, note=note),
    ]
