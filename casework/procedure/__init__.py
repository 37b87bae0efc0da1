"""The procedure engine: steps as rows of a table, proceedings, the door, all refusals, the chart."""
