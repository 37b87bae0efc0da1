"""The desk: my work, the case page, search, calendar. It asks `refusals` to draw the buttons."""
