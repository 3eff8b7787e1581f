"""The desk: the queue, the case file with its acts, intake, alarms, toolbar and status line."""
