"""Why a file is not handed on: each reason is a code, whose sentence for people stands in the catalogue."""

from enum import StrEnum


class Reason(StrEnum):
    """The names of sentences. Whether a file with this reason is held or declined says the verdict."""

    # Held: the file may be good, but nobody can be sure of it here, or not yet.
    BEGINS_OTHERWISE = "files.held_begins_otherwise"
    RESTRICTED = "files.held_restricted"
    PORTFOLIO = "files.held_portfolio"
    NO_FACE = "files.held_no_face"
    FORM_OF_ITS_OWN = "files.held_form_of_its_own"
    OFFICE = "files.held_office"
    MACROS = "files.held_macros"
    OLD_OFFICE = "files.held_old_office"
    LOCKED = "files.held_locked"
    ZIP = "files.held_zip"
    OF_ANOTHER_PROGRAM = "files.held_of_another_program"
    PAGES = "files.held_pages"
    BROKEN = "files.held_broken"
    DIED = "files.held_died"
    LATE = "files.held_late"
    HEAVY = "files.held_heavy"
    NO_CAGE = "files.held_no_cage"
    NOT_SCANNED = "files.held_not_scanned"
    NOT_PROVEN = "files.held_not_proven"
    # Declined: such a file is handed on to nobody.
    EMPTY = "files.empty"
    TOO_LARGE = "files.too_large"
    MALWARE = "files.malware"
    TOO_MANY_PIXELS = "files.too_many_pixels"
    TOO_MANY_FRAMES = "files.too_many_frames"
    TOO_MANY_PARTS = "files.too_many_parts"
    TOO_MANY_PAGES = "files.too_many_pages"
    NAME_DISAGREES = "files.name_disagrees"
    APPENDED = "files.appended"
    MARKUP = "files.markup"
    PROGRAM = "files.program"
    MOVING = "files.moving"
    ARCHIVE = "files.archive"
    UNKNOWN = "files.unknown"

    @property
    def holds(self) -> bool:
        """Whether the file is kept until somebody decides."""
        return self.value.startswith("files.held_")
