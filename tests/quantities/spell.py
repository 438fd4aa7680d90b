"""Numbers written out in words by the rules of each language; the tests read them back."""

from __future__ import annotations

EN_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
EN_SCALES = ("", "thousand", "million", "billion", "trillion")

RU_SMALL = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
RU_TENS = [
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
]
RU_HUNDREDS = [
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
]
RU_SCALES = (
    ("", "", ""),
    ("тысяча", "тысячи", "тысяч"),
    ("миллион", "миллиона", "миллионов"),
    ("миллиард", "миллиарда", "миллиардов"),
    ("триллион", "триллиона", "триллионов"),
)

KK_SMALL = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
KK_TENS = ["он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]
KK_SCALES = ("", "мың", "миллион", "миллиард", "триллион")


def groups(number: int) -> list[tuple[int, int]]:
    """Give (power of a thousand, group) for every group that is not zero, greatest first."""
    found, power = [], 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            found.append((power, group))
        power += 1
    return found[::-1]


def english(number: int, joiner: str = " and ") -> str:
    """Spell in English, with `joiner` after a hundred."""
    if not number:
        return EN_SMALL[0]
    words = [f"{_english_group(group, joiner)} {EN_SCALES[power]}".strip() for power, group in groups(number)]
    return " ".join(words)


def _english_group(group: int, joiner: str) -> str:
    hundreds, rest = divmod(group, 100)
    tens, unit = divmod(rest, 10)
    if rest < 20:
        low = EN_SMALL[rest] if rest else ""
    else:
        low = EN_TENS[tens - 2] + (f"-{EN_SMALL[unit]}" if unit else "")
    high = f"{EN_SMALL[hundreds]} hundred" if hundreds else ""
    return high + joiner + low if high and low else high or low


def russian(number: int) -> str:
    """Spell in Russian, nominative."""
    if not number:
        return RU_SMALL[0]
    words = []
    for power, group in groups(number):
        hundreds, rest = divmod(group, 100)
        tens, unit = divmod(rest, 10)
        words += [RU_HUNDREDS[hundreds - 1]] if hundreds else []
        words += [RU_TENS[tens - 2]] if tens > 1 else []
        last = rest if rest < 20 else unit
        if last:
            words.append({1: "одна", 2: "две"}.get(last, RU_SMALL[last]) if power == 1 else RU_SMALL[last])
        one, few, many = RU_SCALES[power]
        words.append(one if last == 1 else few if last in (2, 3, 4) else many)
    return " ".join(word for word in words if word)


def kazakh(number: int) -> str:
    """Spell in Kazakh, nominative."""
    if not number:
        return KK_SMALL[0]
    words = []
    for power, group in groups(number):
        hundreds, rest = divmod(group, 100)
        tens, unit = divmod(rest, 10)
        words += [KK_SMALL[hundreds], "жүз"] if hundreds else []
        words += [KK_TENS[tens - 1]] if tens else []
        words += [KK_SMALL[unit]] if unit else []
        words += [KK_SCALES[power]] if power else []
    return " ".join(words)
