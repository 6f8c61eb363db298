"""Time as reports tell it: EDTF read by the standard, spans of every kind, and what is certain of them."""
