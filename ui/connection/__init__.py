"""Which room to open: connection profiles, the dialog that tests them, and the settings page."""
