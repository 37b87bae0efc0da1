"""Notices (通知): who is told what at which step, by which way, with what became of it. The table is data."""
