"""`python -m silkfigures` is the command `silkfigures`."""

from silkfigures.cli import main

if __name__ == "__main__":
    main()
