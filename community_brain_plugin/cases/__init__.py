"""Case files: filing, dispatch, handling, checking and closing."""
