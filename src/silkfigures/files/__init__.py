"""Files that are written whole or not at all, and read only within bounds; knows nothing of the data."""
