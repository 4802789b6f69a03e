"""What people put around the verb of their work: openings, duties, charges, what comes before the person.

Gives the words alone; the piece of work that follows is for `wordings`.
"""

from __future__ import annotations

import random

_ROLES = ("role", "job", "position", "work", "post", "function", "duties", "tasks", "responsibilities")
_KINDS = ("", "", "", "main ", "key ", "daily ", "other ", "primary ", "core ", "first ", "main daily ")
_MINE = ("my ", "my ", "the ", "", "our ")
_HOLDS = (
    "included", "included", "included", "involved", "consisted of", "comprised", "entailed", "covered", "also included",
    "includes", "include", "consist of", "were", "was", "mainly included",
)  # fmt: skip
_CHARGES = (
    "responsible for", "responsible for", "responsible for", "in charge of", "tasked with", "charged with",
    "entrusted with", "accountable for", "given the task of", "given the job of",
)  # fmt: skip
_TO_BE = ("", "", "i was ", "i was ", "was ", "i am ", "being ", "i have been ", "i've been ", "i'm ", "i was also ",
          "mainly ", "primarily ", "i was mainly ")  # fmt: skip
_HAD = ("i had the responsibility for", "had responsibility for", "i took on responsibility for", "i had the task of",
        "i had the job of", "i took responsibility for")  # fmt: skip
_TO_DO = (
    "my job was to", "my task was to", "it was my job to", "it was my task to", "it was also my duty to",
    "my role was to", "my duties were to", "my responsibilities were to", "my main task was to", "the job was to",
    "my role required me to", "the job required me to", "my work was to", "duties: to", "it was my responsibility to",
)  # fmt: skip
_DONE = ("i was able to", "was able to", "i managed to", "managed to", "i had to", "had to", "i was required to",
         "was required to", "i've been able to", "successfully managed to", "i had the responsibility to",
         "had responsibility to", "i used to", "i would", "i'd")  # fmt: skip
_LEADS = (
    "in {YEAR}", "in {YEAR}", "in {X}", "in {DATE}", "from {YEAR} to {YEAR}", "during {X}", "during my {X}",
    "during the {X} of {X}", "as a {X}", "as a {X}", "as the {X}", "as {X}", "as the only {X}", "as an {X} in {X}",
    "together with a {X}", "together with the {X}", "together with {NUM}", "with the {X}", "with {NUM}", "with {TOOL}",
    "alongside the {X}", "along with the {X}", "for {ORG}", "for {NUM}", "for the {X}", "at {ORG}", "at {X}",
    "within {NUM}", "after {NUM}", "after {X}", "before {X}", "over {NUM}", "under {X}", "under the {X} of {X}",
    "due to {X}", "because of {X}", "every {X}", "each {X}", "on {X}", "on {X} and {X}", "apart from {X}",
    "besides {X}", "in addition to {X}", "throughout {X}", "via {TOOL}", "by {X}", "without {X}", "across {NUM}",
    "in my {X} as a {X}", "for {NUM} in {X}", "between {YEAR} and {YEAR}", "on a {X} basis",
)  # fmt: skip
_ASIDES = ("in addition", "additionally", "furthermore", "moreover", "besides this", "apart from this", "also",
           "on top of that", "in addition to this", "besides", "currently", "here", "there", "as such")  # fmt: skip


def duty(chance: random.Random) -> str:
    """What a verb ending in -ing follows: "my main duties included", "i was responsible for"."""
    kind = chance.random()
    if kind < 0.5:
        return f"{chance.choice(_TO_BE)}{chance.choice(_CHARGES)}"
    if kind < 0.58:
        return chance.choice(_HAD)
    role = f"{chance.choice(_MINE)}{chance.choice(_KINDS)}{chance.choice(_ROLES)}"
    if kind < 0.72:
        return f"{role.removeprefix('my ') if chance.random() < 0.6 else role}{chance.choice((':', ':', ' -', ' :'))}"
    return f"{role} {chance.choice(_HOLDS)}"


def to_do(chance: random.Random) -> str:
    """What a verb's plain form follows."""
    return chance.choice(_TO_DO if chance.random() < 0.45 else _DONE)


def opening(chance: random.Random) -> str:
    """What stands before "i" and says nothing."""
    comma = chance.choice((",", ""))
    if chance.random() < 0.35:
        return f"{chance.choice(_ASIDES)}{comma}"
    role = f"{chance.choice(('', '', 'current ', 'last ', 'previous '))}{chance.choice(_ROLES[:6])}"
    into = chance.choice(("in", "in", "during", "as part of", "within", "throughout"))
    return f"{into} {chance.choice(('this', 'this', 'my', 'that', 'the'))} {role}{comma}"


def lead(chance: random.Random) -> str:
    """What stands before "i" and belongs to the work."""
    return f"{chance.choice(_LEADS)}{chance.choice((',', ''))}"
