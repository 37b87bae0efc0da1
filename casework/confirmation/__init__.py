"""Judicial confirmation (司法确认): the joint application, the court, the content check and the rulings."""
