"""Papers as values, their numbers without gaps, and their drawing as PDF."""
