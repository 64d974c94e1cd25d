"""`lesion-toolkit schema`: the JSON Schema of what goes in and comes out."""

import json
from enum import StrEnum
from typing import Annotated

import typer


class Document(StrEnum):
    """Documents whose JSON Schema is published."""

    TIMELINE = "timeline"
    COURSE = "course"
    TREATED = "treated"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema")(_schema)


def _schema(
    document: Annotated[Document, typer.Argument(help="Which document.")],
) -> None:
    """JSON Schema of a timeline, of treated lesions, or of the course of an answer."""
    from lesion_toolkit.criteria.course_json import course_schema
    from lesion_toolkit.model.timeline import timeline_schema
    from lesion_toolkit.model.treated import treated_schema

    published = {
        Document.TIMELINE: timeline_schema,
        Document.COURSE: course_schema,
        Document.TREATED: treated_schema,
    }
    typer.echo(json.dumps(published[document](), indent=2, ensure_ascii=False))
