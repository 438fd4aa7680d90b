"""`show --columns` with nothing but white space drew a table without columns, and failed at that."""

import pytest
from click.testing import CliRunner

from silkfigures.cli import cli


@pytest.mark.parametrize("columns", [" ", ",", " , "])
def test_it_is_said(columns):
    result = CliRunner().invoke(cli, ["show", "figures", "--columns", columns, "--limit", "2"])
    assert result.exit_code == 2
    assert "--columns names no column of 'figures'. Write it like claim_id,theme,indicator." in result.output
