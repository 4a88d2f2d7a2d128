"""How an installation is set up, as far as an audit asks: no address of a database, no key, no path with a secret."""

from collections.abc import Mapping, Sequence
from typing import cast

from yoriai.people.orgs.settings import Setting
from yoriai.people.zones.profile import profile_of
from yoriai.platform.feature import Feature
from yoriai.platform.settings import Settings


def installation_of(settings: Settings, features: Sequence[Feature]) -> dict[str, object]:
    """What is put down when a pack is asked for. Only what is named here goes in (N18)."""
    return {
        "settings": _settings(settings),
        "listeners": [
            {
                "zone": each.zone,
                "url": each.url,
                "encrypted": each.is_encrypted,
                "proxies": list(each.proxies),
            }
            for each in settings.listeners
        ],
        "profile": _profile(settings.profile),
        "features": [_feature(each) for each in features],
        "defaults": {name: kind for each in features for name, kind in _defaults(each).items()},
    }


def _settings(settings: Settings) -> dict[str, object]:
    return {
        "profile": settings.profile,
        "workers": settings.workers,
        "several_machines": bool(settings.bus),
        "standby": settings.standby,
        "demo": settings.demo,
        "session_idle_hours": settings.session_idle_hours,
        "session_longest_days": settings.session_longest_days,
        "key_is_private": settings.key_file.is_file() and settings.key_is_private(),
    }


def _profile(name: str) -> dict[str, object]:
    found = profile_of(name)
    if found is None:
        return {}
    return {
        "title": found.title,
        "about": found.about,
        "primary": found.primary.value,
        "withheld": {zone.value: sorted(names) for zone, names in found.withheld.items()},
        "points": [point.model_dump(mode="json") for point in found.points],
    }


def _feature(feature: Feature) -> dict[str, object]:
    return {
        "name": feature.name,
        "title": feature.title,
        "keeps": feature.keeps.value,
        "from_internet": feature.from_internet.value,
        "may_switch_off": feature.may_switch_off,
        "tables": [table.__tablename__ for table in feature.tables],
        "forgets": {
            table.__tablename__: span.total_seconds() / 86_400 for table, span in feature.forgets.items()
        },
    }


def _defaults(feature: Feature) -> Mapping[str, object]:
    # Features declare plain models to the machinery; a test holds that each is a Setting of its name.
    kinds = cast("Mapping[str, type[Setting]]", feature.settings)
    return {name: kind().model_dump(mode="json") for name, kind in kinds.items()}
