"""The text of a report out of a file: plain text, a page saved from a browser, a PDF with text."""
