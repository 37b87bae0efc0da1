"""The acts of the mediation. Each asks the door, writes what it changes, and moves."""
