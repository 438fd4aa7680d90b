import os
import subprocess
import sys

import pytest

import silkfigures
from silkfigures.cli import cli

COMMANDS = [
    "tables",
    "show",
    "evidence",
    "cite",
    "diff",
    "extract",
    "locate",
    "verify",
    "compare",
    "coverage",
    "relations",
    "conflicts",
    "build",
    "validate",
    "record",
    "catalogue",
    "release",
]
HEAVY = ("pandas", "numpy", "pint", "rich", "openpyxl", "pandera", "frictionless", "pybtex", "yaml")


def python(code, **options):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, **options)


def test_the_commands_are_listed_in_the_order_of_use(run):
    assert list(cli.commands) == COMMANDS
    out = run("--help").stdout
    assert [line.split()[0] for line in out.split("Commands:\n")[1].split("\n\n")[0].splitlines()] == COMMANDS
    assert "..." not in out.split("Commands:")[1].split("Examples:")[0]


def test_the_exit_codes_are_documented(run):
    out = run("-h").stdout
    assert "Exit codes:" in out
    assert [line.split()[0] for line in out.split("Exit codes:\n")[1].splitlines()] == ["0", "1", "2"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_an_example(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"\n    silkfigures {command}" in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_does(command):
    options = [
        parameter for parameter in cli.commands[command].params if parameter.param_type_name == "option"
    ]
    assert [option.name for option in options if not option.help] == []


def test_the_version_is_that_of_the_package(run):
    import silkfigures

    assert run("--version").stdout == f"silkfigures {silkfigures.__version__}\n"


def test_an_unknown_command_ends_with_code_2(run):
    assert run("shwo").exit_code == 2


def test_help_loads_nothing_heavy():
    code = f"""
import sys
from silkfigures.cli import cli
cli(["show", "--help"], standalone_mode=False)
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    assert python(code).stderr == "[]\n"


def test_a_reader_that_goes_away_ends_the_command_quietly(tmp_path):
    text = tmp_path / "long.txt"
    text.write_text("it grew by 5%.\n" * 20_000)
    command = [sys.executable, "-c", "from silkfigures.cli import main; main()", "extract", str(text)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}
    ) as process:
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_text_goes_out_as_utf8_whatever_the_locale(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("рост на 5 млн тонн", encoding="utf-8")
    command = [sys.executable, "-c", "from silkfigures.cli import main; main()", "extract", str(text)]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert "5 млн тонн" in out.decode("utf-8")


def test_the_package_runs_as_a_module():
    command = [sys.executable, "-m", "silkfigures", "--version"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert out == f"silkfigures {silkfigures.__version__}\n"
