"""A server on the desk's own machine gives way to the desk: reading for a window must not keep the window waiting."""

import contextlib
import os
import socket
import struct
import sys
import threading
import time
from pathlib import Path

import psycopg2.extensions

#: How far the server's process for a desk stands behind the desk itself, in steps of `nice`.
BEHIND = 5
# There is nothing behind this.
_LAST = 19
# Linux lets one account move one session in a tenth of a second; desks that open together try again.
_ATTEMPTS, _PAUSE_SECONDS = 20, 0.11
# What Linux tells of the other end of a socket: process, user, group.
_CREDENTIALS = struct.Struct("3i")


def give_way(connection: psycopg2.extensions.connection) -> None:
    """Let the server's process for this connection stand behind, where it runs on this machine; returns at once.

    On Linux only, and only as far as this account may; otherwise nothing happens. It stays so until the connection
    ends. Linux weighs sessions before it weighs their processes (sched(7), autogroup), and each of PostgreSQL's
    processes is a session of its own, which by itself gets as much of a processor as all of QGIS.
    """
    if sys.platform == "linux" and (server := _server(connection)):
        arguments = (connection.info.backend_pid, server)
        threading.Thread(target=_lower, args=arguments, name="community-brain giving way", daemon=True).start()


def _server(connection: psycopg2.extensions.connection) -> int:
    """Return the process that listens on the other end; 0 for one that this machine does not know."""
    with contextlib.suppress(OSError, psycopg2.Error), socket.socket(fileno=os.dup(connection.fileno())) as shared:
        if shared.family == socket.AF_UNIX:
            found = shared.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
            return int(_CREDENTIALS.unpack(found)[0])
    return 0


def _lower(process: int, server: int) -> None:
    """Lower a process as long as it is the server's child: elsewhere the number may mean another one."""
    folder = Path("/proc") / str(process)
    for _ in range(_ATTEMPTS):
        with contextlib.suppress(BlockingIOError):
            with contextlib.suppress(FileNotFoundError, PermissionError, ProcessLookupError):
                _, state = (folder / "stat").read_text(encoding="ascii", errors="replace").rsplit(")", 1)
                if int(state.split()[1]) == server:
                    own = os.getpriority(os.PRIO_PROCESS, 0)
                    os.setpriority(os.PRIO_PROCESS, process, min(own + BEHIND, _LAST))
                    (folder / "autogroup").write_text(str(BEHIND), encoding="ascii")
            return
        time.sleep(_PAUSE_SECONDS)
