"""What clients are generated from: the HTTP interface, and the shapes of everything told over the socket."""

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from yoriai.app.main import build
from yoriai.app.wiring import FEATURES
from yoriai.platform.settings import Settings

REF = "#/components/schemas/{model}"


def openapi() -> dict[str, object]:
    """The OpenAPI document; the rendered body of every fact stands among its schemas as `Told` by name."""
    document = build(Settings()).app.openapi()
    components: dict[str, dict[str, object]] = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas |= _shapes()
    schemas["Told"] = {
        "type": "object",
        "description": "The body of each fact as it is told, by the fact's name.",
        "properties": {name: {"$ref": REF.format(model=shape.__name__)} for name, shape in told().items()},
        "required": sorted(told()),
        "additionalProperties": False,
    }
    return document


def told() -> dict[str, type[BaseModel]]:
    """The rendered shape of every fact that the server can state."""
    # A feature above may render a fact of one below: it joins what neither knows alone.
    shapes = {fact: shape for feature in FEATURES for fact, shape in feature.shapes.items()}
    facts = sorted((fact for feature in FEATURES for fact in feature.facts), key=lambda each: each.name)
    return {fact.name: shapes.get(fact, fact) for fact in facts}


def _shapes() -> dict[str, object]:
    _, found = models_json_schema([(shape, "serialization") for shape in told().values()], ref_template=REF)
    return found.get("$defs", {})
