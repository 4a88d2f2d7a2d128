"""A throw-away bucket: moto's S3 in a process of its own, so that what lies in it is nobody's memory but its own."""

import os
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import httpx2

from tests.faults.server import free_port

PATIENCE: Final = 30.0  # seconds for a start
NAME: Final = "yoriai"


@contextmanager
def bucket(folder: Path) -> Generator[dict[str, str]]:
    """Its surroundings: with these, `s3://yoriai/…` is a place in it. What is too large for memory lies in the folder."""
    port = free_port()
    endpoint = f"http://127.0.0.1:{port}"
    with (folder / "bucket.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=os.environ | {"TMPDIR": str(folder)},
        )  # fmt: skip
    try:
        _made(endpoint, server, folder)
        yield {
            "AWS_ACCESS_KEY_ID": "of-the-test",
            "AWS_SECRET_ACCESS_KEY": "of-the-test",
            "AWS_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ALLOW_HTTP": "true",
        }
    finally:
        server.kill()
        server.wait()


def _made(endpoint: str, server: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Wait for the server, and make the bucket in it."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            httpx2.put(f"{endpoint}/{NAME}").raise_for_status()
        except httpx2.TransportError:
            assert time.monotonic() < until and server.poll() is None, (folder / "bucket.log").read_text()
            time.sleep(0.05)
        else:
            return
