"""Word forms and phrase tries: how patterns of a lexicon file become fast look-ups.

A pattern is one word or several. ``~`` marks where endings go: ``тонн~`` takes the endings named ``default``,
``year~s`` those named ``s``. A trie finds the longest phrase that starts at a word.
"""

import re
from collections.abc import Iterable, Mapping

WORD = re.compile(r"[^\W\d_]{1,40}[23]?(?!\w)|[^\W\d_]{1,40}")
GAP = re.compile(r"[ \t]{0,7}(?:\n[ \t]{0,8})?")
WORD_GAP = re.compile(r"[ \t]{1,7}(?:\n[ \t]{0,8})?|\n[ \t]{0,8}")
TOKEN = re.compile(r"[^\W\d_]{1,40}[23]?(?!\w)|[^\W\d_]{1,40}|[%‰°$€£¥₸₽₴₹₩₺₼₪٪％]")
BROKEN = re.compile(r"-[ \t]?\n[ \t]{0,8}([^\W\d_]{1,40})")
PATTERN_WORD = re.compile(r"[^\W\d_]+(?:~\w*|[23](?!\w))?|[%‰°$€£¥₸₽₴₹₩₺₼₪٪％]")

Endings = Mapping[str, Iterable[str]]


def expand(word: str, endings: Endings) -> list[str]:
    """Write out every form of one pattern word.

    Parameters
    ----------
    word : str
        A word, with ``~`` or ``~name`` where endings go.
    endings : mapping of str to list of str
        The endings by name.

    Raises
    ------
    LookupError
        When the named endings are not declared.

    Examples
    --------
    >>> expand("year~s", {"s": ["", "s"]})
    ['year', 'years']
    """
    stem, mark, name = word.partition("~")
    if not mark:
        return [word]
    if (name or "default") not in endings:
        raise LookupError(f"{word!r} asks for endings {name!r}")
    return [stem + ending for ending in endings[name or "default"]]


def compose(endings: Endings) -> dict[str, list[str]]:
    """Replace set names in braces by the endings of the set: ``{own}{case}`` gives every pair.

    Examples
    --------
    >>> compose({"case": ["ға", "ны"], "noun": ["", "{case}"]})["noun"]
    ['', 'ға', 'ны']
    """
    done: dict[str, list[str]] = {}
    for name, items in endings.items():
        done[name] = list(dict.fromkeys(form for item in items for form in _product(item, done)))
    return done


def _product(item: str, sets: Endings) -> list[str]:
    """Every ending that an item with braces stands for; the sets it names are declared above it."""
    forms = [""]
    for name, plain in re.findall(r"\{(\w+)\}|([^{}]+)", item):
        forms = [form + ending for form in forms for ending in (sets[name] if name else [plain])]
    return forms


class Trie:
    """Phrases by their words; a node is a plain dict of word to node, its value under ``None``.

    Examples
    --------
    >>> trie = Trie([("cubic metre~s", "m3")], {"s": ["", "s"]})
    >>> trie.root["cubic"]["metres"][None]
    'm3'
    """

    def __init__(self, phrases: Iterable[tuple[str, object]], endings: Endings, backwards: bool = False):
        """Build from (pattern, value) pairs; `backwards` stores phrases last word first."""
        draft: dict = {}
        for pattern, value in phrases:
            words = PATTERN_WORD.findall(pattern.lower())
            node = draft
            for word in reversed(words) if backwards else words:
                node = node.setdefault(word, {})
            node.setdefault(None, value)
        self.root = _spread(draft, endings)

    def __bool__(self) -> bool:
        """Tell whether it holds any phrase."""
        return bool(self.root)

    def match_back(self, words: list[str], start: int = 0) -> tuple[object, int] | None:
        """Find the longest phrase at ``words[start:]`` (nearest word first): value and index after it."""
        node, found = self.root, None
        for index in range(start, len(words)):
            node = node.get(words[index])
            if node is None:
                break
            if None in node:
                found = node[None], index + 1
        return found


def _spread(draft: dict, endings: Endings) -> dict:
    """Replace the pattern words of a draft by their forms; a form of two patterns shares their branches."""
    node: dict = {}
    for word, branch in draft.items():
        if word is None:
            node[None] = branch
            continue
        child = _spread(branch, endings)
        for form in expand(word, endings):
            node[form] = _merge(node[form], child) if form in node else child
    return node


def _merge(first: dict, second: dict) -> dict:
    """Join two branches; where both give a value the first keeps it."""
    joined = dict(first)
    for key, value in second.items():
        if key not in joined:
            joined[key] = value
        elif key is not None:
            joined[key] = _merge(joined[key], value)
    return joined


def next_word(low: str, pos: int) -> str:
    """The word after the white space at `pos`, ``""`` when there is none.

    Examples
    --------
    >>> next_word("5 tons", 1)
    'tons'
    """
    word = WORD.match(low, GAP.match(low, pos).end())
    return word.group() if word else ""


def match_words(root: dict, low: str, pos: int, gap: bool = False) -> tuple[object, int] | None:
    """Find the longest phrase of a trie at `pos` (`gap`: after the white space there): value and end."""
    if gap:
        pos = GAP.match(low, pos).end()
    node, found = root, None
    while node:
        word = WORD.match(low, pos)
        node = node.get(word.group()) if word else None
        if node is None:
            break
        if None in node:
            found = node[None], word.end()
        step = WORD_GAP.match(low, word.end())
        if not step:
            break
        pos = step.end()
    return found


def alternation(words: Iterable[str]) -> str:
    """Write a regular expression that matches any of the words, their common beginnings shared.

    Examples
    --------
    >>> alternation(["ten", "two", "twelve"])
    't(?:en|w(?:elve|o))'
    """
    tree: dict = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _alternatives(tree)


def _alternatives(tree: dict) -> str:
    """Write one node of the letter tree; a shorter word ends the branch: forms are looked up later."""
    if "" in tree:
        return ""
    branches = [re.escape(letter) + _alternatives(node) for letter, node in sorted(tree.items())]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
