"""The words the writer knows: function words, verbs with their forms, and what surrounds them in a résumé's lines.

The list is closed. Every other word - a trade's nouns, names, tools - is cut out of a fact before a model sees it, so
it can neither be garbled nor invented. English; other languages stay as the person wrote them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_IRREGULAR = {  # base -> (past, past participle)
    "begin": ("began", "begun"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "buy": ("bought", "bought"), "catch": ("caught", "caught"), "choose": ("chose", "chosen"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "do": ("did", "done"), "draw": ("drew", "drawn"), "drive": ("drove", "driven"),
    "find": ("found", "found"), "get": ("got", "got"), "give": ("gave", "given"), "grow": ("grew", "grown"),
    "hold": ("held", "held"), "keep": ("kept", "kept"), "lead": ("led", "led"), "leave": ("left", "left"),
    "make": ("made", "made"), "meet": ("met", "met"), "oversee": ("oversaw", "overseen"), "pay": ("paid", "paid"),
    "put": ("put", "put"), "rebuild": ("rebuilt", "rebuilt"), "rewrite": ("rewrote", "rewritten"),
    "run": ("ran", "run"), "see": ("saw", "seen"), "sell": ("sold", "sold"), "send": ("sent", "sent"),
    "set": ("set", "set"), "speak": ("spoke", "spoken"), "spend": ("spent", "spent"), "take": ("took", "taken"),
    "teach": ("taught", "taught"), "undertake": ("undertook", "undertaken"), "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"),
}  # fmt: skip

_REGULAR = """accelerate accept accompany achieve acquire act adapt add address adjust administer adopt advise align
allocate analyse analyze answer apply appoint appraise approve arrange assemble assess assign attend attract audit author
automate award balance book brief calculate calibrate capture care carry chair change check clean clear close coach
code collaborate collect combine communicate compare compile complete compose conduct configure connect consolidate
construct consult contact contract control convert convince cook coordinate copy correct counsel cover create cultivate
customise customize debug decide decorate decrease deepen define delegate deliver demonstrate deploy describe design
detect determine develop devise diagnose direct discover discuss dispatch display distribute document double draft earn
edit educate eliminate enable encourage enforce engage engineer enhance enlarge ensure enter equip establish estimate
evaluate examine execute expand explain explore extend extract facilitate file fill film finalise finalize finish fit
fix forecast form formulate foster found fulfil gain gather generate grade greet guide halve handle harvest hire host
identify illustrate implement improve include increase inform initiate inspect inspire install instruct integrate
interpret interview introduce invent investigate invite invoice issue join justify label launch learn lecture level
liaise lift link list load locate log lower maintain manage manufacture map market measure mediate mentor merge migrate
minimise minimize mix model moderate modernise modernize modify monitor motivate move name navigate negotiate nurse
observe obtain offer open operate optimise optimize order organise organize outline own pack package paint participate
pass perform persuade pick pilot pitch place plan play plate polish post practise prepare prescribe present prevent price
print prioritise prioritize process procure produce program promote propose protect prove provide publish purchase
qualify raise reach receive recommend reconcile record recover recruit redesign reduce refactor refer refine reform
refurbish register regulate rehearse renew renovate reorganise reorganize repair replace report represent request
research resolve respond restore restructure retain review revise save scale schedule screen secure select separate serve
service settle shape share ship shorten sign simplify sketch smooth solve sort source specify stabilise stabilize staff
standardise standardize start stock store streamline strengthen structure study submit succeed summarise summarize
supervise supply survey switch tailor target test track trade train transfer transform translate transport treat triage
triple troubleshoot tune tutor uncover update upgrade use validate verify visit volunteer weld welcome widen wire"""

_WEAK = "aid assist contribute help involve join participate shadow support"
"""Verbs of a lesser part: a line never turns them into a stronger one, nor drops them."""

_DOUBLING = {
    "cut", "get", "plan", "put", "run", "set", "begin", "win", "map", "log", "fit", "refer", "transfer", "program",
    "ship", "debug", "label", "model", "level", "pilot", "submit", "control", "fulfil",
}  # fmt: skip
_NOT_DOUBLED = {"pilot", "label", "model", "level"}  # American spelling; the British forms are listed below
_SPELT_TWICE = {"labelled": "label", "labelling": "label", "modelled": "model", "modelling": "model"}

FUNCTION = """i my me we our us a an the this these that those it its their them they and or but as well also both either of
in on at by for from to into onto with within without under over across through throughout during after before until
since between among against about around per via up down out off so than then which who whom whose where when while
if because not no never only each every all any some such other more most less least few many several both own new up
to be been being is are was were am has have had having will would can could may might must there here one"""

AROUND = """responsible responsibility responsibilities responsibly charge tasked task tasks duties duty role job work
worked working involved part member team helped able order addition including include includes included using daily
weekly monthly basis regularly successfully effectively efficiently actively various different numerous additionally
furthermore moreover mainly primarily key main also currently previously resulting result results based like"""

PUNCTUATION = ", . ; : ( ) - – — / & ! ?"
"""The marks that are words of their own in a cut line."""


@dataclass(frozen=True)
class Verb:
    """A verb with the forms that lines use."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str
    is_weak: bool = False


@cache
def verbs() -> tuple[Verb, ...]:
    """Every verb of the lexicon, in alphabetical order."""
    bases = {*_REGULAR.split(), *_WEAK.split(), *_IRREGULAR}
    return tuple(_verb(base) for base in sorted(bases))


@cache
def verb_forms() -> dict[str, Verb]:
    """Any form -> its verb."""
    forms: dict[str, Verb] = {}
    for verb in verbs():
        for form in (verb.gerund, verb.participle, verb.past, verb.third, verb.base):
            forms.setdefault(form, verb)
    by_base = {verb.base: verb for verb in verbs()}
    return forms | {form: by_base[base] for form, base in _SPELT_TWICE.items()}


@cache
def words() -> frozenset[str]:
    """Every word that may stand in a prompt, lower-case."""
    return frozenset({*verb_forms(), *FUNCTION.split(), *AROUND.split(), "able", "responsible"})


def _verb(base: str) -> Verb:
    past, participle = _IRREGULAR.get(base, (_regular_past(base),) * 2)
    return Verb(base, _third(base), past, participle, _gerund(base), base in _WEAK.split())


def _doubles(base: str) -> bool:
    return base in _DOUBLING and base not in _NOT_DOUBLED


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if _doubles(base) else f"{base}ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return f"{base[:-1]}ing"
    return f"{base}{base[-1]}ing" if _doubles(base) else f"{base}ing"


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"
