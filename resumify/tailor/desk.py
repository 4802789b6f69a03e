"""A request by profile id -> a résumé: fetch the owner's facts, find the model, tailor, leave a trace.

Knows the ports and nothing behind them; how a résumé comes about is `tailor`'s to say.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from resumify.errors import EmptyProfile, ModelFault, NotFound
from resumify.models import Fact, Hit, ModelLabel, Resume
from resumify.ports import DocumentStore, Embedder, FeatureStore, LanguageModel, Tracer
from resumify.posting import parse_posting
from resumify.questions import questions_of
from resumify.tailor.request import Request
from resumify.tailor.tailor import NO_MODEL, Read, Show, tailor

_log = logging.getLogger(__name__)
_NEAREST = 10  # facts that a requirement may be held against, beside those that share a word with it

OpenModel = Callable[[str], tuple[LanguageModel | None, ModelLabel]]


@dataclass(frozen=True)
class Tailoring:
    """Everything that tailoring needs, opened. Safe to share between threads."""

    documents: DocumentStore
    features: FeatureStore
    embedder: Embedder
    open_model: OpenModel
    tracer: Tracer
    read: Read = parse_posting

    def tailor(self, request: Request, show: Show | None = None) -> Resume:
        """Return the résumé of `request.profile` for the posting, from the facts as they are now; `show` looks on.

        Raises NotFound for an unknown profile or model version, EmptyProfile where no facts are read yet, and
        NotAPosting. A model that does not load leaves the person's own words.
        """
        facts = self._facts(request.profile)
        model, label = self.load(request.model)
        with self.tracer.span("tailor", profile=request.profile, wanted=request.model) as span:
            similar = partial(self._similar, request.profile)
            resume = tailor(request, facts, similar, model, label, span, self.read, show)
            asked = questions_of(resume.match, self.documents.of(request.profile), resume.resume["meta"]["language"])
            return resume.model_copy(update={"questions": asked})

    def load(self, wanted: str) -> tuple[LanguageModel | None, ModelLabel]:
        """The model with this tag or version, loaded; none where it does not load, so that it is never said to have
        written. Raises NotFound for a version that is not there."""
        try:
            model, label = self.open_model(wanted)
            if model is not None:
                model.write(())
            return model, label
        except ModelFault as fault:
            _log.warning("Model %s does not load, every line stays in the person's own words: %s", wanted, fault)
            return None, NO_MODEL

    def _facts(self, profile: str) -> list[Fact]:
        facts = self.features.facts(profile)
        if not facts and not self.documents.of(profile):
            raise NotFound(f"There is no profile {profile}.", f"Import one: resumify import SOURCE --profile {profile}")
        if not facts:
            raise EmptyProfile(
                f"The profile {profile} holds no facts yet.", "Run: python run.py --pipeline stream --drain"
            )
        return facts

    def _similar(self, profile: str, texts: Sequence[str]) -> list[list[Hit]]:
        return self.features.search(profile, self.embedder.embed(texts), _NEAREST)
