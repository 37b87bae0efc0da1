"""The shared record of a dispute: case, parties, rights, evidence, journal, grants."""
