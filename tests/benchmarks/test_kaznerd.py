import pytest

from benchmarks import kaznerd
from benchmarks.pairs import find_pairs, is_pair


@pytest.fixture
def measured(write_set):
    def measure(documents, reader):
        shared = write_set(kaznerd.FILE, documents)
        return {record.name: record for record in kaznerd.measure(shared, reader)}

    return measure


def test_a_span_is_found_only_with_the_right_kind_of_unit(measured, scripted):
    documents = [
        ("Қойма 7 тонна алды", {"7 тонна": "QUANTITY"}),
        ("Жол 8 шақырым болды", {"8 шақырым": "QUANTITY"}),
        ("Ойыншы 9 ұпай алды", {"9 ұпай": "QUANTITY"}),
        ("Баға 3 теңге болды", {"3 теңге": "MONEY"}),
    ]
    reader = scripted(
        {"7 тонна": ("7", "t"), "8 шақырым": ("8", "t"), "9": ("9", ""), "3 теңге": ("3", "KZT")}
    )
    records = measured(documents, reader)
    quantity = records["KazNERD QUANTITY found, kind of unit right"]
    assert (quantity.measured, quantity.n) == (33.33, 3)
    assert records["KazNERD MONEY found, kind of unit right"].measured == 100.0
    assert records["KazNERD PERCENTAGE found, kind of unit right"].measured is None


def test_precision_counts_money_where_no_money_is_marked(measured, scripted):
    documents = [("Баға 3 теңге", {"3 теңге": "MONEY"}), ("Тең 4 жол", {})]
    records = measured(documents, scripted({"3 теңге": ("3", "KZT"), "4": ("4", "USD")}))
    precision = records["KazNERD precision of money"]
    assert (precision.measured, precision.n) == (50.0, 2)


@pytest.mark.parametrize(
    ("printed", "kinds"),
    [
        ("елу шаршы метр", {"area"}),
        ("бір метр жиырма сантиметр", {"length"}),
        ("сағатына 5 километр", {"length"}),
        ("бір миллиграмм / дециметр куб", {"mass"}),
        ("үш киловатт", {"power"}),
        ("6 текше метр", {"volume"}),
        ("минус он градус", {"temperature"}),
        ("он айлық есептік көрсеткіш", set()),
    ],
)
def test_the_unit_word_of_a_span_names_its_kind(printed, kinds):
    assert kaznerd.gold_kinds("QUANTITY", printed) == kinds


def document(text, *labels):
    return {"text": text, "spans": [[text.index(p), text.index(p) + len(p), label] for p, label in labels]}


WORDS = document("Ауылға он бес көлік келді", ("он бес", "CARDINAL"))
DIGITS = document("Ауылға 15 көлік келді", ("15", "CARDINAL"))


def test_words_then_digits_of_one_sentence_are_a_pair():
    assert is_pair(WORDS, DIGITS)
    assert not is_pair(DIGITS, WORDS)
    assert not is_pair(WORDS, document("Қалада 15 адам тұрады екен", ("15", "CARDINAL")))
    assert not is_pair(WORDS, document("Ауылға 15 көлік келді", ("15", "MONEY")))


def test_a_document_belongs_to_one_pair():
    assert list(find_pairs([WORDS, DIGITS, DIGITS, WORDS, DIGITS])) == [(0, 1), (3, 4)]


def test_pairs_agree_when_both_sides_have_the_same_values(measured, scripted):
    documents = [
        ("Ауылға он бес көлік келді", {"он бес": "CARDINAL"}),
        ("Ауылға 15 көлік келді", {"15": "CARDINAL"}),
        ("Дүкен жүз теңге төледі", {"жүз теңге": "MONEY"}),
        ("Дүкен 100 теңге төледі", {"100 теңге": "MONEY"}),
        ("Мектепке үш бала барды", {"үш": "CARDINAL"}),
        ("Мектепке 3 бала барды", {"3": "CARDINAL"}),
    ]
    reader = scripted(
        {"он бес": ("15",), "15": ("15",), "жүз теңге": ("1", "KZT"), "100 теңге": ("100", "KZT")}
    )
    records = measured(documents, reader)
    title = "KazNERD pairs, words against digits"
    cardinals = records[f"{title}: cardinals"]
    assert (cardinals.measured, cardinals.n) == (100.0, 1)
    assert cardinals.note == "in 1 more pairs neither side is read"
    money = records[f"{title}: money, percent, quantity"]
    assert (money.measured, money.n) == (0.0, 1)
    assert money.failures == ("1 KZT | 100 KZT: жүз теңге | 100 теңге",)
    sentences = records[f"{title}: sentences"]
    assert (sentences.measured, sentences.n) == (50.0, 2)
