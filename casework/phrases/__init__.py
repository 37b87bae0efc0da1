"""The phrase catalogue: data only."""
