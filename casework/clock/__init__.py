"""The calendar, the statutory clocks as data, due dates and the explanation of every day."""
