"""The checks tested by damage: files are damaged in many ways, and what the checks catch is counted.

Run it with ``make damage``, or ``python -m tests.damage`` from the root of the repository. A *kind* of damage
(the modules ``…_kinds``) hurts copies of the files; ``draw`` draws damages from a seed; the ``judge`` says of
each whether it is caught, in several *modes*; ``report`` counts.
"""
