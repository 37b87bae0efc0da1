"""Floor 0: the database handle, the columns' types, the errors the web translates, the wall clock, the outbox."""
