"""Every module is documented, and every example in a docstring does what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import silkfigures

MODULES = sorted(m.name for m in pkgutil.walk_packages(silkfigures.__path__, "silkfigures."))


def public_functions(module: ModuleType) -> list[object]:
    own = (value for name, value in vars(module).items() if not name.startswith("_"))
    return [value for value in own if callable(value) and getattr(value, "__module__", "") == module.__name__]


@pytest.mark.parametrize("name", ["silkfigures", *MODULES])
def test_examples_run(name: str) -> None:
    module = importlib.import_module(name)
    result = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_is_documented(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__, f"{name} has no docstring"
    missing = [value for value in public_functions(module) if not getattr(value, "__doc__", None)]
    assert missing == []


def test_every_face_of_the_package_has_an_example() -> None:
    faces = [
        getattr(silkfigures, name) for name in silkfigures.__all__ if callable(getattr(silkfigures, name))
    ]
    functions = [face for face in faces if not isinstance(face, type)]
    assert functions
    assert [f.__name__ for f in functions if ">>>" not in (f.__doc__ or "")] == []
