"""Work after the commit: the runner keeps what the outbox promised; each job calls one verb."""
