"""A handling unit's endpoint for webhooks, as a real server on this machine."""

import contextlib
import http.server
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from little_room import SUBDISTRICT, UTILITY, LittleRoom


@dataclass
class Endpoint:
    """What the endpoint answers next, and what it was sent. After the listed answers it takes everything."""

    answers: list[int] = field(default_factory=list)
    orders: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    words: str = "收到"
    #: Whether the next reply drips without end: "" (no), "head" or "body".
    drips: str = ""
    port: int = 0

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}/orders?key=k"

    @property
    def host(self) -> str:
        """The address as the list of hosts has it."""
        return f"127.0.0.1:{self.port}"


def open_to(room: LittleRoom, unit: Endpoint) -> None:
    """Let the room call the endpoint for orders to the drainage company."""
    room.query("UPDATE room.department SET webhook_url = %s WHERE department_code = %s", (unit.url, UTILITY))
    room.query(
        "INSERT INTO room.setting VALUES (%s, 'webhook_hosts', jsonb_build_array(%s::text))", (SUBDISTRICT, unit.host)
    )


@contextlib.contextmanager
def endpoint(*answers: int) -> Iterator[Endpoint]:
    """Serve on a free port; a number among `answers` is the status of the next reply."""
    unit = Endpoint(list(answers))

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            unit.orders.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            unit.keys.append(self.headers["Idempotency-Key"])
            self.send_response(unit.answers.pop(0) if unit.answers else 200)
            self.send_header("Location", "http://169.254.169.254/latest")
            with contextlib.suppress(OSError):
                while unit.drips == "head":
                    self.wfile.write(b"X: 1\r\n")
                    time.sleep(0.05)
                self.end_headers()
                while unit.drips == "body":
                    self.wfile.write(b".")
                    time.sleep(0.05)
                self.wfile.write(unit.words.encode())

        def log_message(self, *arguments: object) -> None:
            """Keep the test's output quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    unit.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield unit
    finally:
        unit.drips = ""
        server.shutdown()
        server.server_close()
