"""Patent infringement decisions of the city office, and mediation inside them (rules ADJ, MED)."""
