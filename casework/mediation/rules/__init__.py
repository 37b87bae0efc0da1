"""Guards of the mediation. Each returns None or its no; the sentences stand in the phrase catalogue."""
