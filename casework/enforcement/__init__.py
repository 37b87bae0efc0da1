"""Leads and penalty cases of the agencies, and the thresholds of crime."""
