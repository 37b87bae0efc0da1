"""A server of the bench: gunicorn with the same settings for product and floor, on loopback, ended by its own id."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass
class Server:
    """A running server: its port, its process, and what it took from start to first answer, in seconds."""

    port: int
    process: subprocess.Popen[bytes]
    started_in: float

    def memory_mb(self) -> float:
        """Resident memory of the largest process, in MB."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return max(_resident(int(pid)) for pid in [*children, self.process.pid])


@contextmanager
def serving(target: str, environment: dict[str, str], log: Path) -> Iterator[Server]:
    """Serve a WSGI target with one worker of eight threads until the block ends."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "gthread", "--workers", "1", "--threads", "8",
               "--keep-alive", "30", "--bind", f"127.0.0.1:{port}", target]  # fmt: skip
    start = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdout=out, stderr=out)
    try:
        _wait(port, process)
        yield Server(port, process, time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit("the server ended; see its log under out/bench/")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as line:
                line.sendall(b"GET /sign-in HTTP/1.0\r\n\r\n")
                if line.recv(12).startswith(b"HTTP/"):
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit("the server did not answer within twelve seconds")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)
