"""A quote that is empty, or only signs, was no error of the project but an IndexError."""

import pytest

from silkfigures.readings import Slip, Text


@pytest.mark.parametrize("quote", ["", " ", "\u00ad", "?!", "—"])
def test_it_is_not_in_the_text(quote):
    with pytest.raises(Slip, match="the quote is not in the text"):
        Text("Trade grew.\nIt reached 5.9 billion.").find(quote)
    with pytest.raises(Slip, match="the quote is not in the text"):
        Text("").find(quote)
