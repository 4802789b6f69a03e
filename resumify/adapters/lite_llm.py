"""One general model behind a LiteLLM name ("openai/...", "ollama_chat/..."): calls, errors, and what they cost.

Knows nothing of what is asked; that is `hosted`'s. Where to and with which key is LiteLLM's own environment.
Retries nothing.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pydantic import BaseModel

from resumify.errors import InvalidInput, ModelBusy, ModelFault, ModelRefused, ResumifyError

_log = logging.getLogger(__name__)

Messages = Sequence[dict[str, str]]

_UNREACHED = ("ConnectError", "APIConnectionError", "ConnectionRefusedError", "gaierror")
"""Names of what a client raises that never reached its server; LiteLLM makes a status 500 of them."""


@dataclass
class Spent:
    """What a model was asked and what that cost; `dollars` is None where LiteLLM knows no price."""

    calls: int = 0
    unanswered: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    dollars: float | None = None

    def add(self, answer: Any) -> None:
        usage = getattr(answer, "usage", None)
        self.tokens_in += int(getattr(usage, "prompt_tokens", None) or 0)
        self.tokens_out += int(getattr(usage, "completion_tokens", None) or 0)
        cost = answer._hidden_params.get("response_cost")
        if cost:
            self.dollars = (self.dollars or 0.0) + float(cost)


class LiteLlm:
    """The model `name`, which the environment variable `setting` chose. Safe to share between threads."""

    def __init__(self, name: str, setting: str) -> None:
        self.name = name
        self._setting = setting
        self._spent = Spent()
        self._turn = threading.Lock()

    def check(self) -> None:
        """Load LiteLLM and see whether it can call the model at all. Raises InvalidInput for a name that it does not
        know, ModelRefused where the provider's key is missing."""
        litellm = _library()
        from openai import OpenAIError

        try:
            litellm.get_llm_provider(self.name)
        except OpenAIError as error:
            raise InvalidInput(
                f"{self._setting}={self.name} is no name of LiteLLM's.",
                "Write the provider first, as in openai/gpt-4o or ollama_chat/qwen3.",
            ) from error
        missing = litellm.validate_environment(self.name)["missing_keys"]
        if missing and all(name.endswith("_API_KEY") for name in missing):
            raise ModelRefused(
                f"{self.name} needs a key, and there is none in the environment.",
                f"export {' or '.join(missing)}=... (any word where a server of your own asks for none).",
            )

    def ask(self, messages: Messages, seconds: float, form: type[BaseModel] | None = None) -> str:
        """What the model says, "" where it says nothing; waits at most `seconds` for each byte.

        Raises ModelRefused where the user can act, ModelBusy where they can only wait, ModelFault otherwise.
        """
        try:
            answer = self._call(messages, seconds, form)
        except ResumifyError:
            with self._turn:
                self._spent.calls += 1
                self._spent.unanswered += 1
            raise
        said = str(answer.choices[0].message.content or "") if answer.choices else ""
        with self._turn:
            self._spent.calls += 1
            self._spent.unanswered += not said.strip()
            self._spent.add(answer)
        return said

    def spent(self) -> dict[str, Any]:
        """What was spent since the last time, for a trace and the log."""
        with self._turn:
            spent, self._spent = self._spent, Spent()
        _log.info(
            "%s: %d calls, %d unanswered, %d tokens in, %d out, cost %s",
            self.name,
            spent.calls,
            spent.unanswered,
            spent.tokens_in,
            spent.tokens_out,
            "unknown" if spent.dollars is None else f"${spent.dollars:.4f}",
        )
        return asdict(spent)

    def _call(self, messages: Messages, seconds: float, form: type[BaseModel] | None) -> Any:
        litellm = _library()
        from openai import OpenAIError  # what LiteLLM's own errors are, whoever the vendor is

        options: dict[str, Any] = {"response_format": form} if form is not None else {}
        try:
            return litellm.completion(
                model=self.name,
                messages=list(messages),
                temperature=0,
                timeout=seconds,
                num_retries=0,
                max_retries=0,
                drop_params=True,  # what a provider does not take, it is not sent
                **options,
            )
        except (OpenAIError, ValueError) as error:
            raise self._translated(error) from None  # whoever logs a traceback would log the vendor's words with it

    def _translated(self, error: Exception) -> ResumifyError:
        """By status, not by type: LiteLLM's types mislead. Never in the vendor's words, which may quote the key."""
        status = getattr(error, "status_code", None)
        name, look = self.name, f"Look at {self._setting}, the provider's key and address in the environment."
        if any(type(cause).__name__ in _UNREACHED for cause in _causes(error)):
            return ModelRefused(f"Nothing answers where {name} should be.", f"Start it, or set its address. {look}")
        if status in (401, 403):
            return ModelRefused(f"{name} does not take the key ({status}).", look)
        if status == 404:
            return ModelRefused(f"There is no {name} where it was asked for (404).", look)
        if status == 429:
            return ModelBusy(f"{name} takes no more calls for now (429).", "Wait, or raise the provider's limit.")
        if status in (400, 422):
            return ModelRefused(f"{name} does not understand the call ({status}).", look)
        return ModelFault(f"{name} did not answer: {type(error).__name__}.", look)


def _library() -> Any:
    """LiteLLM without its advice on standard output, and without telling anybody of itself."""
    import litellm

    litellm.suppress_debug_info = True
    litellm.telemetry = False
    return litellm


def _causes(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    while current is not None:
        yield current
        current = current.__cause__ or current.__context__
