"""Opening a foreign PDF in the cage: what can be shown, page by page, or the code that says why it cannot."""

import ctypes
from typing import Final

import pypdfium2.raw as pdfium

from yoriai.people.files.sanitizing.codes import Code
from yoriai.people.files.sanitizing.papers.sheets import MOST_PAGES

_NO_LOCK: Final = -1
_PORTFOLIO: Final = b"/Collection"


class NotShown(Exception):
    """It ends with this code."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


_WRITES: Final = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)


class _Writer(ctypes.Structure):
    _fields_ = (("version", ctypes.c_int), ("write", _WRITES))


class Copied:
    """Where the library writes a copy to. It is made before the cage is shut: its call needs memory that is code."""

    def __init__(self) -> None:
        self.holds_portfolio = False
        self._tail = b""
        self._writer = _Writer(1, _WRITES(self._take))

    def take(self, document: pdfium.FPDF_DOCUMENT) -> None:
        """Let it write all of the document, unpacked."""
        to = ctypes.cast(ctypes.pointer(self._writer), ctypes.POINTER(pdfium.FPDF_FILEWRITE))
        pdfium.FPDF_SaveAsCopy(document, to, pdfium.FPDF_NO_INCREMENTAL)

    def _take(self, _: int, block: int, size: int) -> int:
        content = self._tail + ctypes.string_at(block, size)
        self.holds_portfolio = self.holds_portfolio or _PORTFOLIO in content
        self._tail = content[-len(_PORTFOLIO) :]
        return 1


def opened(data: bytes, copied: Copied) -> pdfium.FPDF_DOCUMENT:
    """The document, with something to show on at least one page. `data` must stay as long as it does."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        is_locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise NotShown(Code.LOCKED if is_locked else Code.BROKEN)
    if pdfium.FPDF_GetSecurityHandlerRevision(document) != _NO_LOCK:
        raise NotShown(Code.RESTRICTED)
    pages = pdfium.FPDF_GetPageCount(document)
    if pages > MOST_PAGES:
        raise NotShown(Code.TOO_MANY_PAGES)
    if pages < 1:
        raise NotShown(Code.BROKEN)
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL:
        raise NotShown(Code.XFA)
    if pdfium.FPDFDoc_GetAttachmentCount(document) and _is_portfolio(document, copied):
        raise NotShown(Code.PORTFOLIO)
    return document


def _is_portfolio(document: pdfium.FPDF_DOCUMENT, copied: Copied) -> bool:
    """Whether its pages are only the cover of what is packed into it. Its catalogue cannot be asked, but in a copy it
    stands unpacked."""
    copied.take(document)
    return copied.holds_portfolio
