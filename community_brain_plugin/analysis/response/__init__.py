"""Standing alarms and the people who can still catch them: how long alarms stand, and whom to send where."""
