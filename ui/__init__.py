"""What people see: docks, dialogs, map tools and charts."""
