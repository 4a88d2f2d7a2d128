"""The headers that every answer of a listener wears, over HTTP and where a handshake is refused."""

from collections.abc import Mapping

# One inline <style> of the component library's press handling; its hash keeps the policy strict.
PRESS_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"
PICTURES = "img-src 'self' blob: data:"
FOR_ALL = "default-src 'none'"
POLICY = "; ".join(
    (
        FOR_ALL,
        "object-src 'none'",
        "script-src 'self'",
        f"style-src 'self' {PRESS_STYLE}",
        PICTURES,
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(self), geolocation=(self), interest-cohort=()",
    "x-frame-options": "DENY",
}
OF_FILES = {
    "content-security-policy": f"{FOR_ALL}; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    # Our own pages are of another host, and of what browsers call another site where that host is `*.localhost`: they
    # show its pictures only where it says so. Nobody else has a link that counts.
    "cross-origin-resource-policy": "cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "x-frame-options": "DENY",
}
OVER_TLS = {"strict-transport-security": "max-age=31536000; includeSubDomains"}


def dress(*, secure: bool, pictures: str = "") -> Mapping[str, str]:
    """The headers of a listener that itself speaks TLS, or does not; its pages may show pictures from this origin."""
    shown = (
        {"content-security-policy": POLICY.replace(PICTURES, f"{PICTURES} {pictures}")} if pictures else {}
    )
    return HEADERS | shown | (OVER_TLS if secure else {})


def dress_of_files(*, secure: bool) -> Mapping[str, str]:
    """The headers of whatever the host of files answers: nothing that comes from there can do anything (S15, N60)."""
    return OF_FILES | (OVER_TLS if secure else {})
