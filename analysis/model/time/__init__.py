"""Time as reports tell it: EDTF read by the standard, and spans of every kind."""
