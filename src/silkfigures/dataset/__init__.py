"""What a notebook uses: load, filter, evidence, cite and convert, from the packaged tables alone."""
