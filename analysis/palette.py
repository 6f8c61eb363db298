"""The house colours, written down once for charts, page and PDF."""

INK = "#1B2733"
"""Text and marks."""

MUTED = "#55626F"
"""Secondary text; 6.2:1 on paper, so it stays readable as small text (WCAG 2.2, 1.4.3)."""

RULE = "#D7DDE3"
"""Rules, grids and borders."""

PAPER = "#FFFFFF"

ACCENT = "#9B2335"
"""The one accent: contradiction, emphasis."""

OUTSIDE = "#8E99A4"
"""Marks of what is outside the scope of a briefing and shown as context."""

NO_FACTION = "#6B7580"
"""Marks of a faction that has no colour of its own in the corpus."""
