"""Asking for many (text, number) pairs in one statement of constant shape, on either database."""

from collections.abc import Mapping

import orjson

EMBEDDED = "(SELECT value->>0 AS s, CAST(value->>1 AS INTEGER) AS n FROM json_each(:pairs)) AS w"
SHARED = (
    "(SELECT e->>0 AS s, (e->>1)::bigint AS n FROM jsonb_array_elements(CAST(:pairs AS jsonb)) AS e) AS w"
)


def packed(pairs: Mapping[str, int]) -> str:
    """The value of the parameter `:pairs`."""
    return orjson.dumps(list(pairs.items())).decode()
