"""The release as one Excel workbook, and what every workbook of the project has in common."""

from silkfigures.publish.excel.workbook import workbook

__all__ = ["workbook"]
