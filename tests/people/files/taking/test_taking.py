"""What may be brought: refused by the stricter rule in its name, by content, before it is a file (FILE-5, FILE-6, N82)."""

from dataclasses import dataclass

import pytest
from sqlalchemy import func, select

from tests.cast import MORI, NISHIMURA, PASSWORD, SATO, TAKAHASHI, WELFARE, with_guest
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.people.files.bringing import Bringer
from tests.people.files.sanitizing.corpus import HEIC, picture, telling, written
from tests.people.files.sanitizing.test_kinds import packed
from tests.people.files.taking.ruling import PATH, PHONE, rule, with_phone
from tests.talk.attachments.bringing import bring, post
from tests.talk.federation.joining import joined, together
from tests.town import Town
from yoriai.people.files.models import File, FileUsage, State, Upload
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.taking.policy import Takes
from yoriai.people.files.taking.settings import ByClient, ByRole, BySide

pytestmark = pytest.mark.anyio

SMALL = picture(16, 10)
JPEG, WEBP = written(SMALL, "JPEG"), written(SMALL, "WEBP")
IMAGES = ByRole(staff=ByClient(desktop=Takes.IMAGES, phone=Takes.IMAGES))
NETWORK, HUNG, NAMED = "files.network_takes_images", "files.more_than_an_image", "files.named_otherwise"


@dataclass(frozen=True)
class Case:
    name: str
    data: bytes
    code: str


HOSTILE = [
    Case("請求書.exe", b"MZ\x90\0", NETWORK),
    Case("写真.jpg", b"MZ\x90\0", NETWORK),
    Case("写真.jpg", b"%PDF-1.7\n%%EOF", NETWORK),
    Case("写真.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", NETWORK),
    Case("図.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", NETWORK),
    Case("動画.jpg", b"\0\0\0\x18ftypisom\0\0\0\0", NETWORK),
    Case("写真.heic", HEIC + packed(evil_exe=b"MZ"), HUNG),
    Case("写真.jpg", JPEG + packed(evil_exe=b"MZ"), HUNG),
    Case("写真.webp", WEBP + b"MZ evil", HUNG),
    Case("写真.gif", written(SMALL, "GIF", comment=b"<script>alert(1)</script>"), HUNG),
    Case("写真.jpg", written(SMALL, "JPEG", comment=b"%PDF-1.7"), HUNG),
    Case("写真.png", JPEG, NAMED),
]


async def refused(bringer: Bringer, name: str, data: bytes) -> tuple[int, str]:
    """The refusal, by the name or by the content; no byte of it is held on to."""
    begun = await bringer.begins(len(data), name)
    if begun.status_code != 201:
        return begun.status_code, begun.json()["code"]
    half = len(data) // 2
    upload = begun.headers["location"]
    if half:
        assert (await bringer.sends(upload, 0, data[:half])).status_code == 204
    answer = await bringer.sends(upload, half, data[half:])
    assert (await bringer.ask("HEAD", upload)).status_code == 404, name
    return answer.status_code, answer.json()["code"]


async def left(town: Town) -> tuple[int, int, int]:
    """Files, uploads and bytes of the body."""
    async with town.assembly.works.reading() as work:
        counts = [
            await work.session.scalar(select(func.count()).select_from(each)) for each in (File, Upload)
        ]
        return counts[0] or 0, counts[1] or 0, await work.session.scalar(select(FileUsage.used)) or 0


@pytest.mark.req("FILE-5", "N80", "N82")
async def test_from_a_phone_outside_only_images_come(town: Town) -> None:
    await with_phone(town, SATO, "internet")
    phone = Bringer(town, SATO, "internet")
    limits = (await phone.ask("GET", "/api/uploads")).json()
    assert (limits["takes"], limits["rule"], limits["client"]) == ("images", "network", "phone")
    assert {"jpg", "heic", "webp"} <= set(limits["endings"])
    assert not {"svg", "pdf", "txt"} & set(limits["endings"])
    for case in HOSTILE:
        assert await refused(phone, case.name, case.data) == (415, case.code), case.name
    assert await left(town) == (0, 0, 0)

    for name, data in (("写真.heic", HEIC), ("写真.webp", WEBP), ("写真.jpg", JPEG)):
        await phone.brings(data, name)
    judged = await phone.judged(await phone.brings(telling("JPEG"), "現場.jpg"))
    assert (judged["state"], judged["kind"]) == (State.DISARMED, "jpeg")
    desk = Bringer(town, SATO, "lgwan")
    await desk.brings("当番表".encode(), "当番表.txt")
    assert (await desk.ask("GET", "/api/uploads")).json()["takes"] == "all"


@pytest.mark.req("FILE-6")
async def test_the_refusal_says_which_of_the_two_rules_it_was(town: Town) -> None:
    words, desk = "当番表".encode(), Bringer(town, SATO)
    everything = ByRole()
    nothing = ByRole(staff=ByClient(desktop=Takes.NOTHING))
    for organization, network, status, code in (
        (IMAGES, everything, 415, "files.organization_takes_images"),
        (everything, IMAGES, 415, "files.network_takes_images"),
        (IMAGES, IMAGES, 415, "files.organization_takes_images"),
        (IMAGES, nothing, 403, "files.network_takes_nothing"),
        (nothing, IMAGES, 403, "files.organization_takes_nothing"),
    ):
        await rule(town, organization=organization, networks=BySide(lgwan=network))
        assert await refused(desk, "当番表.txt", words) == (status, code)
    # The other side has a rule of its own.
    await rule(town, networks=BySide(lgwan=nothing))
    await Bringer(town, SATO, "internet").brings(words, "当番表.txt")


@pytest.mark.req("FILE-5", "FILE-8")
async def test_video_that_the_rules_let_in_is_declined_all_the_same(town: Town) -> None:
    moving = ByRole(staff=ByClient(desktop=Takes.MOVING, phone=Takes.MOVING))
    await rule(town, organization=moving)
    sato = Bringer(town, SATO)
    said = await sato.judged(await sato.brings(b"\0\0\0\x18ftypisom\0\0\0\0", "現場.mp4"))
    assert (said["state"], said["reason"]) == ("declined", "files.moving")


@pytest.mark.req("FILE-5", "D19")
async def test_a_rule_that_comes_meanwhile_counts_for_what_is_under_way(town: Town) -> None:
    desk, pdf = Bringer(town, SATO), b"%PDF-1.7\n%%EOF"
    upload = await desk.begun(len(pdf), "見積.pdf")
    await desk.sends(upload, 0, pdf[:3])
    whole = await desk.brings(pdf, "契約.pdf")
    await rule(town, organization=IMAGES)
    answer = await desk.sends(upload, 3, pdf[3:])
    assert (answer.status_code, answer.json()["code"]) == (415, "files.organization_takes_images")
    part = {"kind": "file", "file_id": whole}
    said = await post(town, [part])
    assert (said.status_code, said.json()["code"]) == (415, "files.organization_takes_images")
    words = {"kind": "text", "text": "見積は明日送ります"}
    assert (await post(town, [words])).status_code == 200
    async with town.listens(SATO) as ear:
        with pytest.raises(Refusal, match="organization_takes_images"):
            await ear.ask("messages.post", room_id=str(WELFARE), send_key=new_send_key(), parts=[words, part])
    await rule(town)
    assert (await post(town, [words, part])).status_code == 200


@pytest.mark.req("FILE-5", "GUEST-1", "A12")
async def test_guests_bring_what_the_body_lets_them(town: Town) -> None:
    await with_guest(town.assembly.works, WELFARE)
    guest = Bringer(town, NISHIMURA, "internet")
    assert (await guest.begins(3, "写真.jpg")).status_code == 404
    staff = ByRole().staff
    await rule(
        town, organization=ByRole(staff=staff, guest=ByClient(desktop=Takes.IMAGES, phone=Takes.NOTHING))
    )
    assert await refused(guest, "当番表.txt", b"x") == (415, "files.organization_takes_images")
    assert await refused(guest, "写真.jpg", b"MZ") == (415, "files.organization_takes_images")
    one, two = [await guest.brings(JPEG, f"{at}.jpg") for at in range(2)]
    async with town.listens(NISHIMURA, zone="internet") as ear:
        parts = [{"kind": "file", "file_id": one}]
        await ear.ask("messages.post", room_id=str(WELFARE), send_key=new_send_key(), parts=parts)
    await rule(town)
    assert (await guest.begins(3, "写真.jpg")).status_code == 404
    answer = await post(town, [{"kind": "file", "file_id": two}], NISHIMURA, zone="internet")
    assert (answer.status_code, answer.json()["code"]) == (403, "files.organization_takes_nothing")


@pytest.mark.req("FILE-5")
async def test_a_phone_is_what_a_browser_says_when_it_signs_in(town: Town) -> None:
    headers = {
        "host": f"lgwan.localhost:{town.ports['lgwan']}",
        "origin": town.origin("lgwan"),
        "user-agent": PHONE,
    }
    body = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}
    answer = await town.clients["lgwan"].post("/api/sign-in", json=body, headers=headers)
    cookie = answer.headers["set-cookie"].partition(";")[0]
    limits = await town.call(None, "GET", "/api/uploads", headers={"cookie": cookie})
    assert limits.json()["client"] == "phone"


@pytest.mark.req("FILE-6", "AUDIT-1")
async def test_a_change_of_the_rules_is_kept_with_its_name(town: Town) -> None:
    await rule(town, organization=IMAGES)
    kept = (await town.call(TAKAHASHI, "GET", PATH)).json()
    assert kept["value"]["organization"]["staff"] == {"desktop": "images", "phone": "images"}
    assert kept["changed_by"]["account_id"] == str(TAKAHASHI)
    assert (await town.call(SATO, "GET", PATH)).status_code == 403
    wrong = kept["value"] | {"organization": {"staff": {"desktop": "some", "phone": "all"}}}
    assert (await town.call(TAKAHASHI, "PUT", PATH, wrong)).status_code == 422


@pytest.mark.req("FILE-5", "FILE-6", "A11")
async def test_the_body_that_owns_a_room_rules_for_those_of_others(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    theirs, ours = [await bring(town, who, kind=Kind.PDF) for who in (MORI, SATO)]
    await rule(town, organization=ByRole(other=IMAGES.staff))
    answer = await post(town, [theirs.part], MORI, room)
    assert (answer.status_code, answer.json()["code"]) == (415, "files.host_takes_images")
    assert (await post(town, [ours.part], SATO, room)).status_code == 200
    await rule(town)
    assert (await post(town, [theirs.part], MORI, room)).status_code == 200


@pytest.mark.req("FILE-5", "N80", "N82", "A11")
async def test_what_came_under_a_milder_rule_is_still_judged_by_what_is_in_it(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    theirs, ours = Bringer(town, MORI), Bringer(town, SATO)
    brought = {
        (bringer.who, name): await bringer.brings(data, name)
        for bringer in (theirs, ours)
        for name, data in (
            ("写真.jpg", JPEG),
            ("裏.jpg", JPEG + packed(evil_exe=b"MZ")),
            ("頁.tif", written(SMALL, "TIFF")),
        )
    }
    for (who, _), file_id in brought.items():
        assert (await Bringer(town, who).judged(file_id))["state"] == State.DISARMED
    await rule(town, organization=ByRole(staff=IMAGES.staff, other=IMAGES.staff))
    for (who, name), file_id in brought.items():
        answer = await post(town, [{"kind": "file", "file_id": file_id}], who, room)
        if name == "写真.jpg":
            assert answer.status_code == 200, answer.text
            continue
        whose = "host" if who == MORI else "organization"
        assert (answer.status_code, answer.json()["code"]) == (415, f"files.{whose}_takes_images"), name
