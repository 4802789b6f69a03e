"""What a program sends to have a résumé written."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from resumify.bootstrap import ACCEPTED
from resumify.posting import LONGEST
from resumify.tailor import Request


class Order(Request):
    """The body of POST /v1/resumes."""

    model_config = ConfigDict(title="Order", hide_input_in_errors=True)

    profile: str = Field(min_length=1, max_length=200)
    job: str = Field(max_length=LONGEST, description="The posting's text.")
    instructions: str = Field(default="", max_length=4000)
    pages: int = Field(default=2, ge=1, le=2, strict=True)
    language: str | None = Field(default=None, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    model: str = Field(default=ACCEPTED, max_length=100, description="A tag, a version, latest or none.")
