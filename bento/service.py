"""The REST service: a posting in, a résumé out, each résumé again in any form, and what is held of a person.

`bentoml serve` finds it. Binds to this machine alone, unless told otherwise. Holds no logic: who may see what is
said in holdings.py, the way to a résumé is resumify's.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import Annotated

import bentoml
from anyio import CapacityLimiter
from fastapi import FastAPI, Header
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel

from bento.access import visiting
from bento.border import Border
from bento.counts import by_route
from bento.description import Description
from bento.forms import EVENTS, MEDIA, negotiate, wants_events
from bento.front import add_page
from bento.holdings import Holdings
from bento.orders import Order
from bento.patience import Patient
from bento.problems import NoInput, problem, problem_of
from bento.writing import Left, Writing
from resumify.bootstrap import ACCEPTED, open_documents, open_embedder, open_features, open_tailoring
from resumify.config import Settings, prepare_environment
from resumify.errors import ResumifyError
from resumify.models import ModelLabel, Resume
from resumify.ports import LanguageModel
from resumify.render import render
from resumify.tailor import OpenModel

prepare_environment(Settings())
logging.getLogger("bentoml._internal.server.http_app").addFilter(NoInput())


_DESKS = 4  # résumés being written at a time in one worker; the others that were taken in wait

beside = FastAPI(title="Resumify", openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)


def holdings() -> Holdings:
    """What the caller of this request may see and do."""
    return Holdings(visiting.get().caller, Settings())


@beside.get("/v1/resumes/{id}", response_class=Response)
def resume_as(id: str, accept: Annotated[str, Header()] = "application/json") -> Response:  # noqa: A002 - the contract's word
    """Give the résumé again, in the form that the Accept header asks for."""
    media = negotiate(accept)
    if media is None:
        return problem(406)
    try:
        resume = holdings().resume(id)
        whole = media == "application/json"
        content = resume.model_dump_json(by_alias=True).encode() if whole else render(resume, MEDIA[media])
    except ResumifyError as error:
        return problem_of(error)
    return Response(content, media_type=media, headers={"Vary": "Accept"})


@beside.get("/v1/profiles/{id}", response_class=Response)
def profile(id: str) -> Response:  # noqa: A002 - the contract's word
    """Say what is held of the person, with its sources."""
    try:
        return _json(holdings().profile(id))
    except ResumifyError as error:
        return problem_of(error)


@beside.delete("/v1/profiles/{id}", response_class=Response)
def forget(id: str) -> Response:  # noqa: A002 - the contract's word
    """Erase the person from every store, and give a receipt that a second look confirms."""
    try:
        return _json(holdings().erase(id))
    except ResumifyError as error:
        return problem_of(error)


add_page(beside)


@bentoml.service(
    name="resumify",
    threads=4,  # for what else than writing needs one
    traffic={"timeout": 300},
    http={"host": "127.0.0.1"},
)
@bentoml.asgi_app(beside, path="/")
class Resumify:
    """Résumés in which every line is true and says where it comes from."""

    def __init__(self) -> None:
        self._settings = Settings()
        self._desks = CapacityLimiter(_DESKS)
        self._pool = ThreadPoolExecutor(2 * _DESKS, thread_name_prefix="model")
        tailoring = open_tailoring(self._settings)
        open_embedder(self._settings).embed(["ready"])
        tailoring.load(ACCEPTED)
        self._tailoring = replace(tailoring, open_model=partial(self._patient, tailoring.open_model))
        gc.collect()
        gc.freeze()  # a full collection over the loaded libraries takes 80 ms; they never become garbage

    def __is_ready__(self) -> bool:
        """Whether the stores answer; embedder and model are loaded before the first request is taken."""
        try:
            open_documents(self._settings).of("")
            open_features(self._settings).is_blank()
        except ResumifyError:
            return False
        return True

    def __metrics__(self, metrics: str) -> str:
        """What BentoML counted, with nobody's name in it."""
        return by_route(metrics)

    @bentoml.api(route="/v1/resumes", output_spec=Resume)
    async def create(self, order: Order, /) -> Response:
        """Tailor the profile's résumé to a posting; with Accept: text/event-stream its sections come as they are
        written (`section`, the latest of a name counts), then the whole (`resume`), or an `error`."""
        visit = visiting.get()
        make = partial(holdings().tailor, order, self._tailoring)
        writing = Writing(make, visit.left, self._desks)
        try:
            if not wants_events(visit.accept):
                return _json(await writing.result())
            events = writing.events()
            return StreamingResponse(_with(await anext(events), events), media_type=EVENTS)
        except ResumifyError as error:
            return problem_of(error)
        except Left:
            return problem(499)

    def _patient(self, open_model: OpenModel, wanted: str) -> tuple[LanguageModel | None, ModelLabel]:
        """The model, as long as one résumé may wait for it."""
        model, label = open_model(wanted)
        end = monotonic() + self._settings.writer_seconds
        return (None if model is None else Patient(model, end, self._pool)), label


async def _with(first: bytes, others: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for one in others:
        yield one


def _json(answer: BaseModel) -> Response:
    return Response(answer.model_dump_json(by_alias=True), media_type="application/json")


Resumify.add_asgi_middleware(Border)  # type: ignore[attr-defined]  # bentoml makes the class a service
Resumify.add_asgi_middleware(Description)  # type: ignore[attr-defined]
