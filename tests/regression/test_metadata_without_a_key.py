"""A key of raw/package.toml that is missing, or of another kind, was a KeyError that named no file."""

import pytest

from silkfigures.publish.about import about


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title =", "titel =", r"`title` is missing or no text \(mend: write `title = \"…\"`\)"),
        ('name = "silkfigures"', "name = 7", "`name` is missing or no text"),
        ('"2026-11-21"', "2026-11-21", "`released` is missing or no text"),
        ('"2026-11-21"', '"soon"', "`released` is no day"),
        ("keywords = [", "keywords = [7,", "`keywords` is no list of texts"),
        ("[[contributors]]", "[contributors]", "`contributors` is no list of tables with title"),
        ('name = "CC-BY-4.0"', "", "`licenses` is no list of tables with name, title, path"),
        ("[[licenses]]", "x = " + "[" * 5000 + "\n[[licenses]]", "cannot be read"),
    ],
)
def test_it_is_named_with_the_file_and_the_mend(root, tmp_path, old, new, told):
    text = (root / "raw" / "package.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "package.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"raw/package\.toml: {told}"):
        about(tmp_path)
