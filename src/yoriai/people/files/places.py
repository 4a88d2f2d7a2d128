"""Where the bytes of files lie: by side of origin and body, each content once."""

from uuid import UUID

from yoriai.people.files.models import File
from yoriai.platform.blobs.address import Address


def original_of(file: File) -> Address:
    """What came in."""
    return _place(file, file.sha256, is_made=False)


def clean_of(file: File) -> Address:
    """What was built of it."""
    return _place(file, file.sha256_made, is_made=True)


def small_of(file: File) -> Address:
    """The small picture for lists, built of the same pixels."""
    return _place(file, file.sha256_small, is_made=True)


def face_of(file: File) -> Address:
    """The square that stands for somebody, built of the small picture."""
    return _place(file, file.sha256_face, is_made=True)


def made_at(file: File, sha256: str) -> Address:
    """What is about to be built of it."""
    return _place(file, sha256, is_made=True)


def below(upload_id: UUID) -> str:
    """Where the pieces of an upload lie."""
    return f"uploads/{upload_id}"


def part_at(upload_id: UUID, name: str) -> Address:
    """One piece of an upload."""
    return Address(f"{below(upload_id)}/{name}")


def _place(file: File, sha256: str, *, is_made: bool) -> Address:
    return at(file.tenant_id, file.zone, sha256, is_made=is_made)


def at(tenant_id: UUID, zone: str, sha256: str, *, is_made: bool) -> Address:
    """Of this content."""
    what = "made" if is_made else "original"
    return Address(f"{what}/{zone}/{tenant_id}/{sha256[:2]}/{sha256}", sha256)
