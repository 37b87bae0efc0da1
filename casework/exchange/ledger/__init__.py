"""Ledgers as offices keep them in spreadsheets: read, judged row by row, entered (cli-contract section 8)."""
