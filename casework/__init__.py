"""Casework: one shared record of an intellectual-property dispute, from complaint to performance."""
