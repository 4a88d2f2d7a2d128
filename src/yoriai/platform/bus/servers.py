"""The servers of the bus: one, or the nodes of a cluster, each with the shards that it carries."""

from collections.abc import Mapping, Sequence
from ssl import SSLCertVerificationError
from time import perf_counter
from typing import Any, cast

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.crc import key_slot
from redis.exceptions import RedisError

from yoriai.platform.bus.address import Address, Place

PATIENCE = 2.0  # seconds for whatever a server is asked


class NotBelieved(ConnectionError):
    """What answers cannot prove that it is the bus: another authority vouches for it, or for another name."""


def client_of(address: Address, place: Place) -> Redis:
    """A client of one server. It never tries again by itself: whoever asks knows better when to."""
    believed: dict[str, Any] = {}
    if address.is_encrypted and address.authority is not None:
        believed["ssl_ca_certs"] = str(address.authority)
    return Redis.from_url(  # pyright: ignore[reportUnknownMemberType]
        address.url_of(place),
        protocol=2,
        retry=Retry(NoBackoff(), 0),
        socket_timeout=PATIENCE,
        socket_connect_timeout=PATIENCE,
        client_name="yoriai",
        **believed,
    )


async def answers(address: Address) -> float:
    """Seconds that the bus takes to answer the smallest question; an OSError if it does not."""
    began = perf_counter()
    try:
        async with client_of(address, address.place) as client:
            await client.ping()  # pyright: ignore[reportUnknownMemberType, reportGeneralTypeIssues]
    except (RedisError, OSError) as error:
        why = plainly(error)
        raise why if isinstance(why, OSError) else ConnectionError(type(error).__name__) from error
    return perf_counter() - began


def plainly(error: Exception) -> Exception:
    """The same, unless the library hides in it that the certificate was no good."""
    within: BaseException | None = error
    while within is not None:
        if isinstance(within, SSLCertVerificationError):
            return NotBelieved()
        within = within.__cause__ or within.__context__
    return error


async def carriers(address: Address, asked: Place, channels: Sequence[str]) -> dict[Place, list[str]]:
    """Which server carries which of these channels, as the one that is asked sees it."""
    async with client_of(address, asked) as client:
        info = cast("Mapping[str, object]", await client.info("cluster"))  # pyright: ignore[reportUnknownMemberType]
        if not info.get("cluster_enabled"):
            return {asked: list(channels)}
        ranges = cast("list[list[Any]]", await client.execute_command("CLUSTER SLOTS"))  # pyright: ignore[reportUnknownMemberType]
    found: dict[Place, list[str]] = {}
    for channel in channels:
        found.setdefault(_carrier(ranges, channel, asked[0]), []).append(channel)
    return found


def _carrier(ranges: Sequence[Sequence[Any]], channel: str, asked: str) -> Place:
    slot = key_slot(channel.encode())
    for first, last, master, *_ in ranges:
        if first <= slot <= last:
            host = master[0].decode() if isinstance(master[0], bytes) else master[0]
            return host or asked, int(
                master[1]
            )  # one that does not know its own name is the one that was asked
    raise ConnectionError("no server of the cluster carries this shard")
