import silkfigures as sf
from silkfigures.schemas import tables


def test_tables_lists_every_table_with_its_rows():
    frame = sf.tables()
    assert frame["name"].tolist() == list(tables())
    rows = dict(zip(frame["name"], frame["rows"], strict=True))
    assert (rows["figures"], rows["trade"], rows["energy"], rows["aid"], rows["places"]) == (8, 5, 3, 0, 5)
    assert set(frame["kind"]) == {"observation", "reference", "check"}
    assert frame["one row is"].str.startswith("one ").all()


def test_metadata_says_what_the_release_is():
    about = sf.metadata()
    assert (about["name"], about["version"]) == ("silkfigures", sf.__version__)
    assert about["licenses"][0]["name"] == "CC-BY-4.0"
    assert about["sources"][0]["silkfigures:work"] == "ivanov2024"
    assert about["tables"]["trade"] == 5
    assert "resources" not in about


def test_metadata_is_a_copy():
    sf.metadata()["licenses"].clear()
    assert sf.metadata()["licenses"]
