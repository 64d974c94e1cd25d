"""JSON documents in: exact decimals, each key once, errors that name the place."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.noun import FROM_JSON

Noun = TypeVar("Noun")

NAMES = ("label", "lesion", "id")
"""Keys that name a row: a timepoint, a lesion's row, a lesion."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters but for tab and line feed."""


@dataclass(frozen=True, slots=True)
class Document(Generic[Noun]):
    """One kind of JSON document, by its name (``timeline``) and the noun it holds."""

    name: str
    adapter: TypeAdapter[Noun]

    @property
    def schema(self) -> str:
        """Name and version that the document carries."""
        return f"lesion-toolkit/{self.name}/1"

    def read(self, text: str) -> Noun:
        """Read the JSON text of a document; lengths become exact decimals.

        Raises
        ------
        InputRefused
            The text is not JSON, a key is unknown, or a row contradicts another.
        """
        return self.noun_of(self._parsed(text))

    def noun_of(self, content: Any) -> Noun:
        """Read parsed JSON (numbers as decimals), naming each place it goes wrong."""
        said = content.get("schema") if isinstance(content, dict) else None
        if said != self.schema:
            ours = isinstance(said, str) and re.fullmatch(
                r"lesion-toolkit/[\w/]+", said
            )
            found = f"of schema {said!r}" if ours else "without a schema this reads"
            raise InputRefused(
                f"JSON {found}.",
                f'an object with "schema": "{self.schema}".',
                f"check that this is a {self.name} file of this version.",
            )
        try:
            return self.adapter.validate_python(content, context=FROM_JSON)
        except ValidationError as fault:
            places = "; ".join(_place(error, content) for error in fault.errors())
            raise InputRefused(
                f"a {self.name} with {places}.",
                f"the keys and values of {self.schema}.",
                f"correct the named places; `lesion-toolkit schema {self.name}` lists "
                "what is allowed.",
            ) from None

    def json_schema(self) -> dict[str, Any]:
        """JSON Schema (draft 2020-12) of the document."""
        return self.adapter.json_schema(mode="validation")

    def _parsed(self, text: str) -> Any:
        """Parse JSON with exact decimals; what Python cannot hold is refused too."""
        try:
            content = json.loads(
                text.removeprefix("\ufeff"),
                parse_float=Decimal,
                object_pairs_hook=_each_key_once,
            )
            json.dumps(content, ensure_ascii=False, default=str).encode()
        except InputRefused:
            raise
        except json.JSONDecodeError as fault:
            found = f"text that is not JSON (line {fault.lineno}: {fault.msg})."
        except UnicodeEncodeError:
            found = "JSON with a character that is not Unicode."
        except (ValueError, ArithmeticError):
            found = "JSON with a number too large or too long to be read."
        except RecursionError:
            found = "JSON with lists in lists too deep to be read."
        else:
            return content
        raise InputRefused(
            found,
            f"a {self.name} in {self.schema} JSON.",
            f"check the file; `lesion-toolkit schema {self.name}` lists what it holds.",
        )


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a repeated key, of which JSON readers silently keep the last.

    A text that a terminal would obey instead of showing it is refused as well.
    """
    for key, count in Counter(key for key, _ in pairs).items():
        if count > 1:
            raise InputRefused(
                f"JSON with the key {key!r} twice in one object.",
                "each key once.",
                "remove the one that is wrong.",
            )
    for key, value in pairs:
        if isinstance(value, str) and CONTROL.search(value):
            raise InputRefused(
                f"JSON with a control character in the value of {key!r}.",
                "text that can be shown.",
                "remove it.",
            )
    return dict(pairs)


def _place(error: Any, content: Any) -> str:
    """Where and what, in the words of the file (no values: they may be identity)."""
    path = ".".join(str(part) for part in error["loc"])
    names = _names(error["loc"], content)
    of = f" ({', '.join(names)})" if names else ""
    if error["type"] in {"unexpected_keyword_argument", "extra_forbidden"}:
        return f"unknown key {path!r}{of}"
    message = error["msg"].removeprefix("Value error, ")
    return f"{path}{of}: {message}" if path else str(message)


def _names(loc: tuple[str | int, ...], content: Any) -> list[str]:
    """Names of the timepoint and the lesion on the way to a place."""
    names = []
    for part in loc[:-1]:
        try:
            content = content[part]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(content, dict):
            said = (content.get(key) for key in NAMES)
            names += [repr(name) for name in said if isinstance(name, str)]
    return names
