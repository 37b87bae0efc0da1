"""Figures: counted from the journal itself, so that every figure opens the entries behind it."""
