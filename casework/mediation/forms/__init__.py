"""Forms of the mediation: shape only."""
