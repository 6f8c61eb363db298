"""A corpus that is one XLSX workbook, read as the folder that it stands for."""
