"""Sensors, readings, alarm rules and alarms."""
