"""Benchmark of the quantity reader: quality, speed, growth of time and robustness.

Run it from the repository root with ``python -m benchmarks``. Each module measures one thing and offers
one function, ``measure``, that returns a list of :class:`benchmarks.record.Record`;
``benchmarks.report`` prints and keeps them. The development sets are read from a shared folder and are
no part of the repository.
"""
