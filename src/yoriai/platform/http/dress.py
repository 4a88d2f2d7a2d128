"""The headers that every answer of a listener wears, over HTTP and where a handshake is refused."""

from collections.abc import Mapping

# One inline <style> of the component library's press handling; its hash keeps the policy strict.
PRESS_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "object-src 'none'",
        "script-src 'self'",
        f"style-src 'self' {PRESS_STYLE}",
        "img-src 'self' blob: data:",
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
OVER_TLS = {"strict-transport-security": "max-age=31536000; includeSubDomains"}


def dress(*, secure: bool) -> Mapping[str, str]:
    """The headers of a listener that itself speaks TLS, or does not."""
    return HEADERS | (OVER_TLS if secure else {})
