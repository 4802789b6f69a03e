"""English words of résumés: verbs with their forms, nouns of work, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_IRREGULAR = {  # base -> (past, past participle)
    "beat": ("beat", "beaten"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bind": ("bound", "bound"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "buy": ("bought", "bought"),
    "catch": ("caught", "caught"), "choose": ("chose", "chosen"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "do": ("did", "done"), "draw": ("drew", "drawn"), "drive": ("drove", "driven"),
    "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "feed": ("fed", "fed"), "find": ("found", "found"),
    "freeze": ("froze", "frozen"), "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"),
    "grow": ("grew", "grown"), "hold": ("held", "held"), "keep": ("kept", "kept"), "know": ("knew", "known"),
    "lay": ("laid", "laid"), "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"),
    "let": ("let", "let"), "lose": ("lost", "lost"), "make": ("made", "made"), "meet": ("met", "met"),
    "oversee": ("oversaw", "overseen"), "pay": ("paid", "paid"), "put": ("put", "put"), "read": ("read", "read"),
    "rebuild": ("rebuilt", "rebuilt"), "rewrite": ("rewrote", "rewritten"), "rise": ("rose", "risen"),
    "run": ("ran", "run"), "see": ("saw", "seen"), "sell": ("sold", "sold"), "send": ("sent", "sent"),
    "set": ("set", "set"), "shoot": ("shot", "shot"), "shrink": ("shrank", "shrunk"), "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"), "sweep": ("swept", "swept"), "take": ("took", "taken"),
    "teach": ("taught", "taught"), "think": ("thought", "thought"), "understand": ("understood", "understood"),
    "undertake": ("undertook", "undertaken"), "wear": ("wore", "worn"), "weave": ("wove", "woven"),
    "win": ("won", "won"), "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"),
}  # fmt: skip

_REGULAR = """accelerate accept accompany achieve acquire act adapt add address adhere adjust administer admit adopt
advertise advise aim align allocate allow alter anaesthetise analyse analyze animate anneal annotate answer apply
appoint appraise approve arbitrate arrange arrest ask assemble assess assign attend attract audit author automate
average award bake balance bartend bathe benchmark bill blend blog bolt book boost brand brew brief butcher calculate
calibrate caption capture care carry carve cater cause centrifuge chair change chase check cite clamp clean clear
climb clone close cluster coach code collaborate collect combine comfort commission communicate compare compile
complete compose conduct configure connect consolidate construct consult contact containerise containerize contract
control convert convince cook cool coordinate copy correct counsel cover create credit crew crystallise cultivate
culture customise customize dance debit debug decide decline decommission decorate decrease deepen defend define
delegate deliver demolish demonstrate deploy deposit describe design detect determine develop devise diagnose digitise
digitize direct discharge discover discuss disinfect dispatch dispense display distribute document double draft dress
drop dub earn ease edit educate eliminate enable encourage end enforce engage engineer enhance enlarge enrol enroll
ensure enter equip erect escort establish estimate evaluate examine excavate exceed execute expand explain explore
export extend extract facilitate fell file fill film filter finalise finalize finish fit fix float fold forecast forge
form formulate foster found fry fulfil fund gain gather generate govern grade graduate greet groom grout guide halve
handle harden harvest heal hike hire host house identify illustrate implement import improve include increase index
inform initiate inject inspect inspire install instruct insulate insure integrate interpret interview introduce
intubate invent invest investigate invigilate invite invoice iron isolate issue join jump justify kick knead knit
label last launch launder learn lecture level liaise lift link list litigate load lobby locate lodge log look lower
lubricate machine mail maintain manage manufacture map mark market mash measure mediate mentor merge migrate mill mine
minimise minimize mix model moderate modernise modernize modify monitor motivate mount move name navigate negotiate
notarise nurse nurture observe obtain offboard offer oil onboard open operate optimise optimize orchestrate order
organise organize outline overhaul own pack package paint palpate parent parse participate pass patrol pave peel
perform persuade photograph pick pilot pioneer pipette pitch place plan plant plaster plate play plead plumb poach
polish position post pour practise prepare prescribe present preserve prevent price print prioritise prioritize
process procure produce profile program promote proofread propose prosecute prospect protect prove provide prune
publish pull pump purchase purify push qualify quench question quote raise rate reach rebrand receive recommend
reconcile record recover recruit recycle redesign reduce refactor refer refill refine reform refund refurbish register
regulate rehearse reject rely remodel remove render renew renovate rent reorganise reorganize repair replace report
represent request rescue research reset resolve respond restock restore restructure resuscitate retain reuse review
revise rewire rivet roast roll route salvage sample sanitise sanitize save scale scan schedule score screen scrub
sculpt seal seat secure sedate segment select separate sequence serve service settle shape share shelve shift ship
shorten sign simplify simulate sketch slice smooth solder solve sort source spearhead specify spot spray stabilise
stabilize stack staff stage standardise standardize start steer sterilise sterilize stitch stock stop store streamline
strengthen structure study style submit subtitle succeed summarise summarize supervise supply surpass survey suture
swab swap switch synthesise synthesize tackle tailor target temper tend terminate test tile till titrate tow trace
track trade train transcribe transfer transform translate transport treat triage trim triple trust tune turn tutor
typeset uncover underwrite unload unpack update upgrade use vaccinate validate verify view visit volunteer wait walk
warn wash watch water weigh welcome weld widen wire work wrap yield"""

_WEAK = "aid assist contribute help involve join participate shadow support"
"""Verbs of a lesser part: a line never turns them into a stronger one, nor drops them."""

_DOUBLING = {
    "cut", "get", "plan", "put", "run", "set", "begin", "win", "map", "log", "fit", "refer", "transfer", "program",
    "ship", "debug", "chop", "tag", "enrol", "scrub", "swab", "stop", "swap", "drop", "trim", "wrap", "scan", "plug",
    "spot",
    "model", "level", "pilot", "submit", "control", "fulfil", "label",
}  # fmt: skip
_NOT_DOUBLED = {"pilot", "label", "model", "level"}  # American spelling; the British forms are listed below
_SPELT_TWICE = {"labelled": "label", "labelling": "label", "modelled": "model", "modelling": "model"}

FUNCTION = """i me my myself we us our a an the this these that those it its their them they he she his her and or but
as well also both either of in on at by for from to into onto with within without under over across through throughout
during after before until since between among against about around per via up down out off so than then which who whom
whose where when while if because not no never only each every all any some such other more most less least few many
several own to be been being is are was were am has have had having will would can could may might must there here one
later now again together away back ahead along alongside nearly almost roughly approximately"""

AROUND = """responsible charge tasked involved able using including include includes included daily weekly monthly
regularly successfully effectively efficiently actively various different numerous additionally furthermore moreover
mainly primarily currently previously resulting based thereby personally independently closely directly"""
"""What stands around the verbs of duties as people write them."""

AROUND_NOUNS = """role job duty duties task tasks responsibility responsibilities team member part addition order
basis result"""
"""Nouns of duties as people write them; beside another noun they belong to it ("sales team", "team lead")."""

NOMINALS = {  # work said as a noun -> the verb
    "administration": "administer", "analysis": "analyse", "application": "apply", "assessment": "assess",
    "assembly": "assemble", "automation": "automate", "calculation": "calculate", "calibration": "calibrate",
    "collaboration": "collaborate", "collection": "collect", "completion": "complete", "configuration": "configure",
    "construction": "construct", "coordination": "coordinate", "creation": "create", "delivery": "deliver",
    "deployment": "deploy", "description": "describe", "development": "develop", "diagnosis": "diagnose",
    "distribution": "distribute", "documentation": "document", "establishment": "establish",
    "evaluation": "evaluate", "examination": "examine", "execution": "execute", "expansion": "expand",
    "facilitation": "facilitate", "formulation": "formulate", "identification": "identify",
    "implementation": "implement", "improvement": "improve", "inspection": "inspect", "installation": "install",
    "integration": "integrate", "introduction": "introduce", "investigation": "investigate",
    "maintenance": "maintain", "management": "manage", "measurement": "measure", "migration": "migrate",
    "modernisation": "modernise", "modernization": "modernize", "modification": "modify", "negotiation": "negotiate",
    "observation": "observe", "operation": "operate", "optimisation": "optimise", "optimization": "optimize",
    "organisation": "organise", "organization": "organize", "participation": "participate",
    "preparation": "prepare", "presentation": "present", "production": "produce", "promotion": "promote",
    "provision": "provide", "recruitment": "recruit", "reduction": "reduce", "registration": "register",
    "renovation": "renovate", "reorganisation": "reorganise", "replacement": "replace", "restoration": "restore",
    "selection": "select", "simplification": "simplify", "standardisation": "standardise",
    "supervision": "supervise", "transformation": "transform", "translation": "translate",
    "validation": "validate", "verification": "verify",
}  # fmt: skip


@dataclass(frozen=True)
class Verb:
    """A verb with the forms that lines use."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str
    is_weak: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Those that a line may be told in."""
        return (self.base, self.past, self.participle, self.gerund)


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
def function_words() -> frozenset[str]:
    """Words that the writer may use wherever they stand."""
    return frozenset({*FUNCTION.split(), *AROUND.split()})


def person() -> frozenset[str]:
    """Words for whoever writes, as the doer."""
    return frozenset({"i"})


@cache
def around_nouns() -> frozenset[str]:
    return frozenset(AROUND_NOUNS.split())


@cache
def nominals() -> dict[str, Verb]:
    """Noun -> the verb whose work it names."""
    by_base = {verb.base: verb for verb in verbs()}
    return {noun: by_base[base] for noun, base in NOMINALS.items()}


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
