"""Why a file is not taken: the code says which rule, and what it lets in (FILE-6)."""

from collections.abc import Mapping
from typing import Final

from yoriai.kit.errors import Refused, WrongType
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.taking.policy import Rule, Ruling, Takes


class _Not(WrongType):
    """The content is of another sort than the rule lets in."""


class OrganizationTakesNothing(Refused):
    code = "files.organization_takes_nothing"
    status = 403


class NetworkTakesNothing(Refused):
    code = "files.network_takes_nothing"
    status = 403


class HostTakesNothing(Refused):
    code = "files.host_takes_nothing"
    status = 403


class OrganizationTakesImages(_Not):
    code = "files.organization_takes_images"


class NetworkTakesImages(_Not):
    code = "files.network_takes_images"


class HostTakesImages(_Not):
    code = "files.host_takes_images"


class OrganizationTakesMoving(_Not):
    code = "files.organization_takes_images_video"


class NetworkTakesMoving(_Not):
    code = "files.network_takes_images_video"


class HostTakesMoving(_Not):
    code = "files.host_takes_images_video"


class OrganizationTakesSound(_Not):
    code = "files.organization_takes_images_video_audio"


class NetworkTakesSound(_Not):
    code = "files.network_takes_images_video_audio"


class HostTakesSound(_Not):
    code = "files.host_takes_images_video_audio"


class MoreThanAnImage(_Not):
    """It is an image, and something else is hung onto it or hidden in it."""

    code = "files.more_than_an_image"


class NamedOtherwise(_Not):
    """It is an image under the name of something else."""

    code = "files.named_otherwise"


class SavingOff(Refused):
    """Whole files are not saved on this side with this kind of client (FILE-7)."""

    code = "files.saving_off"
    status = 403


_CODES: Final[Mapping[tuple[str, str], type[Refused]]] = {
    (Rule.ORGANIZATION, Takes.NOTHING): OrganizationTakesNothing,
    (Rule.ORGANIZATION, Takes.IMAGES): OrganizationTakesImages,
    (Rule.ORGANIZATION, Takes.MOVING): OrganizationTakesMoving,
    (Rule.ORGANIZATION, Takes.SOUND): OrganizationTakesSound,
    (Rule.NETWORK, Takes.NOTHING): NetworkTakesNothing,
    (Rule.NETWORK, Takes.IMAGES): NetworkTakesImages,
    (Rule.NETWORK, Takes.MOVING): NetworkTakesMoving,
    (Rule.NETWORK, Takes.SOUND): NetworkTakesSound,
    (Rule.HOST, Takes.NOTHING): HostTakesNothing,
    (Rule.HOST, Takes.IMAGES): HostTakesImages,
    (Rule.HOST, Takes.MOVING): HostTakesMoving,
    (Rule.HOST, Takes.SOUND): HostTakesSound,
}


def refusal(ruling: Ruling, name: str) -> Refused:
    """Of a file of this name, which this ruling does not let in."""
    return _CODES[ruling.rule, ruling.takes](name=name)


def refusal_of_content(reason: Reason, name: str) -> Refused:
    """Of an image that is not one image and nothing else."""
    return (NamedOtherwise if reason is Reason.NAME_DISAGREES else MoreThanAnImage)(name=name)
