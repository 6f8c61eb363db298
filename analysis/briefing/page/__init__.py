"""The document as one offline HTML page.

Knows neither notebooks nor the PDF.
"""
