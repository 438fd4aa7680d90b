"""Fuzzing: damaged and hostile input for everything that reads, `python -m fuzz --help`."""
