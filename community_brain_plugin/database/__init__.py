"""The shared database: private cluster, connections, migrations, change feed and the resident service."""
