"""What the literature says China and Central Asia trade, invest, lend, pipe and haul.

Every name below is fetched when it is first used, so importing the package loads neither pandas nor pint.

>>> import silkfigures as sf
>>> sf.load("trade", reporter="KAZ").empty
False
"""

__version__ = "1.0.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from silkfigures.dataset.cite import cite
    from silkfigures.dataset.convert import convert
    from silkfigures.dataset.errors import SilkfiguresError
    from silkfigures.dataset.evidence import Evidence, evidence
    from silkfigures.dataset.headings import headings
    from silkfigures.dataset.load import load
    from silkfigures.dataset.metadata import metadata
    from silkfigures.dataset.plot import plot
    from silkfigures.dataset.tables import tables
    from silkfigures.quantities import Quantity, find_quantities

__all__ = [
    "Evidence",
    "Quantity",
    "SilkfiguresError",
    "__version__",
    "cite",
    "convert",
    "evidence",
    "find_quantities",
    "headings",
    "load",
    "metadata",
    "plot",
    "tables",
]

_HOME = {
    "Evidence": "silkfigures.dataset.evidence",
    "Quantity": "silkfigures.quantities",
    "SilkfiguresError": "silkfigures.dataset.errors",
    "cite": "silkfigures.dataset.cite",
    "convert": "silkfigures.dataset.convert",
    "evidence": "silkfigures.dataset.evidence",
    "find_quantities": "silkfigures.quantities",
    "headings": "silkfigures.dataset.headings",
    "load": "silkfigures.dataset.load",
    "metadata": "silkfigures.dataset.metadata",
    "plot": "silkfigures.dataset.plot",
    "tables": "silkfigures.dataset.tables",
}


if not TYPE_CHECKING:  # a type checker sees the names above and no others

    def __getattr__(name: str) -> object:
        """Fetch a public name from the module that defines it, and keep it."""
        from importlib import import_module

        if name not in _HOME:
            raise AttributeError(f"module 'silkfigures' has no attribute {name!r}")
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """The public names, whether or not they have been fetched."""
    return sorted({*globals(), *__all__})
