"""The page for people: its files, and the headings that its sheet shares with the files to download. Knows nobody."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles

from resumify.render.labels import headings, reads_from_right

_PAGE = Path(__file__).with_name("page")


def add_page(app: FastAPI) -> None:
    """Put the page at the root, instead of BentoML's, which loads a tracker."""
    app.get("/", include_in_schema=False)(page)
    app.get("/page/words.json", include_in_schema=False)(words)
    app.mount("/page", StaticFiles(directory=_PAGE))


def page() -> FileResponse:
    return FileResponse(_PAGE / "index.html")


def words() -> dict[str, dict[str, str]]:
    """By language: the headings of a résumé, and in which direction it is read."""
    return {
        language: {**said, "direction": "rtl" if reads_from_right(language) else "ltr"}
        for language, said in headings().items()
    }
