"""Every error Resumify raises on purpose.

    ResumifyError
    ├── UserError                 the user can act: exit code 2, HTTP 4xx, no traceback
    │   ├── InvalidInput          a file, setting or option is malformed; names the place
    │   │   └── NotAPosting       the text is no job posting
    │   ├── NotFound              an unknown profile, résumé, model version or file
    │   ├── EmptyProfile          the profile holds no facts yet
    │   ├── MissingTool           something must be installed or configured first
    │   ├── ModelRefused          a hosted model does not take the key, the name or the call
    │   │   └── ModelBusy         it takes no more calls for now
    │   └── Wall                  the site stands in the way
    │       ├── NeedsLogin        credentials are missing, or a saved login has expired
    │       ├── WrongPassword     the site refused the credentials
    │       ├── TwoFactor         the site wants a code that only the person has
    │       ├── Challenge         the site wants proof of a human being
    │       ├── PageNotFound      the profile address leads nowhere
    │       ├── RateLimited       the site asked us to wait longer than we may
    │       ├── Disallowed        the site's robots.txt forbids the page
    │       └── LayoutNotUnderstood   the page is no profile that we can read
    └── SystemFault               we or the world are at fault: exit code 1, HTTP 5xx
        ├── StoreFault            a database, queue or disk failed
        ├── ModelFault            a model is missing, broken or did not answer
        └── Unsupported           a claim would leave the house that no fact supports (a guard of last resort)

A message names the thing, what was expected and what was found; `hint` says what to do next.
"""

from __future__ import annotations


class ResumifyError(Exception):
    """Base of the tree; `code` is the stable name that programs see."""

    code = "internal"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UserError(ResumifyError):
    code = "invalid"


class InvalidInput(UserError):
    code = "invalid_input"


class NotAPosting(InvalidInput):
    code = "not_a_posting"


class NotFound(UserError):
    code = "not_found"


class EmptyProfile(UserError):
    code = "empty_profile"


class MissingTool(UserError):
    code = "missing_tool"


class ModelRefused(UserError):
    code = "model_refused"


class ModelBusy(ModelRefused):
    code = "model_busy"


class Wall(UserError):
    code = "wall"


class NeedsLogin(Wall):
    code = "needs_login"


class WrongPassword(Wall):
    code = "wrong_password"


class TwoFactor(Wall):
    code = "two_factor"


class Challenge(Wall):
    code = "challenge"


class PageNotFound(Wall):
    code = "page_not_found"


class RateLimited(Wall):
    code = "rate_limited"


class Disallowed(Wall):
    code = "disallowed"


class LayoutNotUnderstood(Wall):
    code = "layout_not_understood"


class SystemFault(ResumifyError):
    code = "fault"


class StoreFault(SystemFault):
    code = "store_fault"


class ModelFault(SystemFault):
    code = "model_fault"


class Unsupported(SystemFault):
    code = "unsupported_claim"
