"""The document as one tagged PDF.

Knows neither notebooks nor the page.
"""
