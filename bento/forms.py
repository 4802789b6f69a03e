"""Which form of a résumé a client asks for: the Accept header against the media types that we render."""

from __future__ import annotations

MEDIA = {
    "application/json": "json",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/html": "html",
    "text/markdown": "md",
    "text/plain": "txt",
}
"""Media type -> format; the first is what a client gets that does not mind."""


EVENTS = "text/event-stream"


def wants_events(accept: str) -> bool:
    """Whether a client asks for the résumé while it is being written."""
    return any(text.split(";")[0].strip().lower() == EVENTS for text in accept.split(","))


def negotiate(accept: str) -> str | None:
    """The media type that `accept` likes best, None where it likes none (RFC 9110, 12.5.1)."""
    ranges = [part for part in (_range(text) for text in accept.split(",")) if part is not None]
    if not ranges:
        return next(iter(MEDIA)) if not accept.strip() else None
    liked = {media: _weight(media, ranges) for media in MEDIA}
    best = max(liked, key=lambda media: liked[media])
    return best if liked[best][0] > 0 else None


def _range(text: str) -> tuple[str, float] | None:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    if "/" not in media:
        return None
    weights = [parameter[2:] for parameter in parameters if parameter.startswith("q=")]
    try:
        return media, min(1.0, max(0.0, float(weights[0]))) if weights else 1.0
    except ValueError:
        return None


def _weight(media: str, ranges: list[tuple[str, float]]) -> tuple[float, int]:
    """The weight that the most specific range gives, and how early it was named."""
    for name in (media, media.split("/")[0] + "/*", "*/*"):
        for place, (range_, weight) in enumerate(ranges):
            if range_ == name:
                return weight, -place
    return 0.0, -len(ranges)
