"""A server on the desk's own machine does not keep the desk's window waiting while the desk reads from it."""

import os
import sys
import time

import pytest

from community_brain_plugin.database import giving_way
from community_brain_plugin.database.connection import connect
from community_brain_plugin.database.wire import Bell, Wire

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets one session give way to another")


def behind(process: int) -> int:
    """Return how far a process of the server stands behind this one."""
    return os.getpriority(os.PRIO_PROCESS, process) - os.getpriority(os.PRIO_PROCESS, 0)


def test_what_reads_for_a_desk_gives_way_and_nothing_else_does(room):
    parameters = room.parameters()
    other = connect(parameters)
    before = behind(other.info.backend_pid)
    try:
        os.setpriority(os.PRIO_PROCESS, other.info.backend_pid, os.getpriority(os.PRIO_PROCESS, 0) + before)
    except PermissionError:
        pytest.skip("this account may not move the server's processes")
    bell = Bell()
    wire = Wire(parameters, bell, "test")
    try:
        wire.open(10)
        ((process,),) = wire.ask("SELECT pg_backend_pid()", seconds=10)
        deadline = time.monotonic() + 10
        # Nobody stands behind 19.
        expected = min(giving_way.BEHIND, 19 - os.getpriority(os.PRIO_PROCESS, 0))
        while behind(process) != expected and time.monotonic() < deadline:
            time.sleep(0.02)
        assert behind(process) == expected
        assert behind(other.info.backend_pid) == before
    finally:
        wire.close()
        bell.close()
        other.close()
