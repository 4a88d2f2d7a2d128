"""A real proxy with the settings that we hand out, before real servers: only ports, names and folders are put in."""

import asyncio
import os
import re
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import httpx2

from tests.cast import ZONES, token_of
from tests.faults.server import Server
from tests.postgres import free_port
from tools.places import ROOT
from yoriai.people.sessions.authenticate import COOKIE

OURS = ROOT / "deploy"
NAMES = {"lgwan": "yoriai.lgwan.city.example", "internet": "yoriai.city.example"}
WRITTEN = {"lgwan": "10.1.0.10", "internet": "10.1.0.20"}
"""The address of the proxy in each network, as it stands in what we hand out …"""
ADDRESSES = {"lgwan": "127.0.0.1", "internet": "127.0.0.2"}
"""… and here."""
Doors = Mapping[str, tuple[int, ...]]
DRAIN = 1.5  # seconds: as long as who looks every second needs to see it
AROUND = """
daemon off; worker_processes 1; pid {here}/nginx.pid; error_log {here}/error.log; {user}
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {here}/body; proxy_temp_path {here}/proxy; fastcgi_temp_path {here}/f;
    uwsgi_temp_path {here}/u; scgi_temp_path {here}/s;
    include {here}/yoriai.conf; include {here}/lgwan.conf; include {here}/internet.conf;
}}
"""


def trusting() -> ssl.SSLContext:
    """For a certificate that was made a moment ago."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
    return made


@dataclass(frozen=True)
class Front:
    """Where everybody comes in."""

    port: int
    servers: tuple[Server, ...]

    def host(self, zone: str) -> str:
        return f"{zone}.localhost:{self.port}"

    def headers(self, who: UUID, zone: str) -> dict[str, str]:
        """What the browser of somebody in this zone says."""
        return {
            "host": self.host(zone),
            "origin": f"https://{self.host(zone)}",
            "cookie": f"{COOKIE}={token_of(who, zone)}",
        }

    def client(self, who: UUID, zone: str) -> httpx2.AsyncClient:
        address = f"https://{ADDRESSES[zone]}:{self.port}"
        return httpx2.AsyncClient(
            base_url=address, headers=self.headers(who, zone), verify=trusting(), timeout=10
        )

    def raw(self, request: bytes, zone: str = "lgwan", name: str = "lgwan.localhost") -> bytes:
        """Everything that is answered in a network to these very bytes, to whoever asks TLS for this name."""
        heard = bytearray()
        plain = socket.create_connection((ADDRESSES[zone], self.port), timeout=1)
        with trusting().wrap_socket(plain, server_hostname=name) as line:
            line.sendall(request)
            with suppress(OSError):
                while part := line.recv(65_536):
                    heard += part
        return bytes(heard)


def nginx(folder: Path, port: int, doors: Doors) -> list[str | Path]:
    """How it is started with our settings, with what every operator puts in."""
    for name in ("yoriai.conf", "lgwan.conf", "internet.conf", "zone.conf"):
        said = (OURS / "nginx" / name).read_text(encoding="utf-8").replace("/etc/nginx/yoriai", str(folder))
        said = said.replace("proxy_set_header Host $host;", "proxy_set_header Host $host:$server_port;")
        (folder / name).write_text(_addressed(said, port), encoding="utf-8")
    for zone, name in NAMES.items():
        said = (folder / f"{zone}.conf").read_text(encoding="utf-8")
        said = said.replace(f"server_name {name}", f"server_name {zone}.localhost")
        listed = "".join(f"server 127.0.0.1:{door} max_fails=1 fail_timeout=2s;" for door in doors[zone])
        said = re.sub(rf"(upstream yoriai_{zone} {{[^}}]*?)(?:\s+server [^;]+;)+", rf"\1{listed}", said)
        (folder / f"{zone}.conf").write_text(said, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(here=folder, user=user), encoding="utf-8")
    return ["nginx", "-c", folder / "nginx.conf"]


def _addressed(said: str, port: int) -> str:
    for zone, address in WRITTEN.items():
        said = said.replace(f"{address}:443", f"{ADDRESSES[zone]}:{port}")
    return said


def haproxy(folder: Path, port: int, doors: Doors) -> list[str | Path]:
    """The same of the other."""
    said = _addressed((OURS / "haproxy" / "haproxy.cfg").read_text(encoding="utf-8"), port)
    (folder / "pem").mkdir()
    for zone, name in NAMES.items():
        said = said.replace(f"-i {name} }}", f"-i {zone}.localhost:{port} }}")
        said = said.replace(f"hdr Host {name}", f"hdr Host {zone}.localhost:{port}")
        for number, door in enumerate(doors[zone], start=1):
            said = re.sub(
                rf"(backend yoriai_{zone} .*\n(?:.+\n)+?    server node{number}) \S+",
                rf"\1 127.0.0.1:{door}",
                said,
            )
        both = (folder / f"{zone}.crt").read_bytes() + (folder / f"{zone}.key").read_bytes()
        (folder / "pem" / f"{zone}.pem").write_bytes(both)
    said = said.replace("maxconn 50000", "maxconn 2000").replace("log /dev/log", "log 127.0.0.1:9")
    said = said.replace("/etc/haproxy/yoriai/", f"{folder}/pem/")
    (folder / "haproxy.cfg").write_text(said, encoding="utf-8")
    return ["haproxy", "-db", "-f", folder / "haproxy.cfg"]


def certificates_in(folder: Path) -> None:
    subject = [
        "-subj",
        "/CN=lgwan.localhost",
        "-addext",
        "subjectAltName=DNS:lgwan.localhost,DNS:internet.localhost",
    ]
    made = ["-keyout", folder / "lgwan.key", "-out", folder / "lgwan.crt"]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    subprocess.run(["openssl", "req", *kind, *subject, *made], check=True, capture_output=True)
    for part in ("key", "crt"):
        (folder / f"internet.{part}").write_bytes((folder / f"lgwan.{part}").read_bytes())


def behind(server: Server, port: int) -> Server:
    """A server that knows under which names it is reached, and by whom alone."""
    said = server.config.read_text()
    for zone in ZONES:
        own = f'url = "http://{zone}.localhost:{server.ports[zone]}"'
        said = said.replace(own, f'url = "https://{zone}.localhost:{port}"\nproxies = ["127.0.0.1/32"]')
    server.config.write_text(said)
    return server


@contextmanager
def front(proxy: Callable[[Path, int, Doors], list[str | Path]], folder: Path, url: str) -> Generator[Front]:
    """Two servers over this database, and a proxy before them."""
    port = free_port()
    for name in ("node1", "node2"):
        (folder / name).mkdir()
    servers = tuple(
        behind(Server(folder / name, url, drain_seconds=DRAIN), port) for name in ("node1", "node2")
    )
    certificates_in(folder)
    command = proxy(folder, port, {zone: tuple(each.ports[zone] for each in servers) for zone in ZONES})
    try:
        for server in servers:
            asyncio.run(server.start())
        running = subprocess.Popen(command, stderr=subprocess.PIPE)
        try:
            until_open(port, running)
            yield Front(port, servers)
        finally:
            running.terminate()
            running.wait(10)
    finally:
        for server in servers:
            server.stop()


def until_open(port: int, running: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        except OSError:
            assert running.poll() is None, running.stderr and running.stderr.read().decode()
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("it does not listen")
