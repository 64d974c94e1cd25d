"""Pages from templates."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lesion_toolkit.export import words


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("lesion_toolkit.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "mm": words.length_mm,
        "ml": words.volume_ml,
        "unit": words.unit_words,
        "pct": words.change_pct,
        "words": words.response_words,
        "criteria": words.criteria_words,
    }
    return environment


def render(template: str, **content: Any) -> Markup:
    """Fill a template of this package; every value is escaped unless it is markup."""
    return Markup(_environment().get_template(template).render(content))
