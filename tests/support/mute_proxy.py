"""A network to cut: forwards a Unix socket, and on demand falls silent without closing anything.

As a program it reads `cut` and `restore` from standard input, and says `ready` once it listens.
"""

import argparse
import asyncio
import contextlib
import re
import sys
import threading
from pathlib import Path

PORT = 5432


class MuteProxy:
    """Forwards `folder` to the server's socket folder `target`.

    During a cut no byte passes, in either direction, and no socket is closed: a client hears nothing at all.
    Connections that lived through a cut stay silent after it, as they do when a firewall has forgotten them; new ones
    work again.
    """

    def __init__(self, folder: Path, target: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f".s.PGSQL.{PORT}"
        self._target = target / f".s.PGSQL.{PORT}"
        self._is_cut = False
        self._epoch = 0
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._listens = threading.Event()
        self._thread = threading.Thread(target=self._run, name="mute proxy", daemon=True)
        self._thread.start()
        self._listens.wait(10)

    @property
    def host(self) -> str:
        """What a client gives as its host."""
        return str(self._path.parent)

    def cut(self) -> None:
        """Let nothing pass from now on."""
        self._is_cut = True
        self._epoch += 1

    def restore(self) -> None:
        """Let new connections pass."""
        self._is_cut = False

    def close(self) -> None:
        """Close everything."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda loop, context: None)
        server = self._loop.run_until_complete(self._listen())
        self._listens.set()
        self._loop.run_forever()
        server.close()
        for writer in list(self._writers):
            writer.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0.01))
        self._loop.close()
        self._path.unlink(missing_ok=True)

    async def _listen(self) -> asyncio.Server:
        server = await asyncio.start_unix_server(self._serve, self._path, backlog=200)
        self._path.chmod(0o666)
        return server

    def _carried(self, data: bytes) -> bytes:
        """Return what arrives at the other end."""
        return data

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        epoch = self._epoch
        if self._is_cut:
            # The client has connected to a network that swallows everything.
            await self._pump(reader, None, epoch)
        else:
            with contextlib.suppress(OSError):
                far_reader, far_writer = await asyncio.open_unix_connection(self._target)
                self._writers.add(far_writer)
                ways = (self._pump(reader, far_writer, epoch), self._pump(far_reader, writer, epoch))
                await asyncio.gather(*ways)
                self._writers.discard(far_writer)
                far_writer.close()
        self._writers.discard(writer)
        writer.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter | None, epoch: int) -> None:
        """Carry bytes one way; the end is carried too, unless the network was cut meanwhile."""
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                if writer is not None and not self._is_cut and epoch == self._epoch:
                    writer.write(self._carried(data))
                    await writer.drain()
        if writer is not None and not self._is_cut and epoch == self._epoch:
            with contextlib.suppress(OSError):
                writer.write_eof()
                writer.close()


class OlderServer(MuteProxy):
    """The same server, which says that it is PostgreSQL 14."""

    def _carried(self, data: bytes) -> bytes:
        return re.sub(rb"(server_version\0)\d\d", rb"\g<1>14", data)


class OnTheNetwork(MuteProxy):
    """The same server at a `port` of 127.0.0.1."""

    port = ""

    @property
    def host(self) -> str:
        return "127.0.0.1"

    async def _listen(self) -> asyncio.Server:
        server = await asyncio.start_server(self._serve, self.host, 0, backlog=200)
        self.port = str(server.sockets[0].getsockname()[1])
        return server


def main() -> None:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    proxy = MuteProxy(arguments.folder, arguments.target)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        (proxy.cut if line.strip() == "cut" else proxy.restore)()
    proxy.close()


if __name__ == "__main__":
    main()
