"""Administration: calendars by notice, rules by date, their rehearsal and the recounts that follow."""
