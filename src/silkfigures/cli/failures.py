"""From an error to a message and an exit code, without a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from silkfigures.dataset.errors import DamagedData, SilkfiguresError

EXTRAS = {"openpyxl": "excel", "pyarrow": "parquet"}  # of the package, by the module that each brings


class Found(click.ClickException):
    """Something is wrong with the data: a message and exit code 1."""

    exit_code = 1


class WrongUse(click.ClickException):
    """The command was called wrongly: a message and exit code 2."""

    exit_code = 2


class Commands(click.Group):
    """A group of commands, listed in the order in which they were added, whose errors end in one message."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order in which a user meets them."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader of our output that has gone away ends it quietly."""
        try:
            with explained():
                result = super().invoke(ctx)
                sys.stdout.flush()
                return result
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@contextmanager
def explained() -> Iterator[None]:
    """Turn the errors that a user can cause into messages with an exit code."""
    try:
        yield
    except DamagedData as error:
        raise Found(str(error)) from error
    except SilkfiguresError as error:
        raise WrongUse(str(error)) from error
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] == "silkfigures":
            raise
        extra = EXTRAS.get(error.name or "", "build")
        message = f"{error.name} is not installed: pip install 'silkfigures[{extra}]'"
        raise WrongUse(message) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WrongUse(f"{error.filename}: {error.strerror}" if error.filename else str(error)) from error


@contextmanager
def placed(option: str) -> Iterator[None]:
    """Turn the errors of writing to a place that an option names into a message that says so."""
    try:
        yield
    except OSError as error:
        told = f"{error.filename}: cannot be written: {error.strerror}" if error.filename else str(error)
        raise WrongUse(f"{told} (mend: name another place with {option})") from error
