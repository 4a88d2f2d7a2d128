"""The two sides, as they declare themselves."""

from yoriai.platform.feature import Feature, FromInternet, Keeps

zones = Feature(
    name="zones",
    title="接続（LGWAN・インターネット）",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
)
