"""English words of résumés: verbs with their forms, nouns of work, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_IRREGULAR = {  # base -> (past, past participle)
    "bear": ("bore", "borne"), "beat": ("beat", "beaten"), "become": ("became", "become"),
    "begin": ("began", "begun"), "bend": ("bent", "bent"), "bet": ("bet", "bet"), "bind": ("bound", "bound"),
    "bite": ("bit", "bitten"), "break": ("broke", "broken"), "breed": ("bred", "bred"),
    "bring": ("brought", "brought"), "broadcast": ("broadcast", "broadcast"), "build": ("built", "built"),
    "buy": ("bought", "bought"), "cast": ("cast", "cast"), "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"), "cling": ("clung", "clung"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "dig": ("dug", "dug"), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"), "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "feed": ("fed", "fed"),
    "fight": ("fought", "fought"), "find": ("found", "found"), "fly": ("flew", "flown"),
    "forecast": ("forecast", "forecast"), "foresee": ("foresaw", "foreseen"), "freeze": ("froze", "frozen"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"), "grind": ("ground", "ground"),
    "grow": ("grew", "grown"), "hang": ("hung", "hung"), "hear": ("heard", "heard"), "hit": ("hit", "hit"),
    "hold": ("held", "held"), "input": ("input", "input"), "keep": ("kept", "kept"), "know": ("knew", "known"),
    "lay": ("laid", "laid"), "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"),
    "let": ("let", "let"), "light": ("lit", "lit"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "meet": ("met", "met"), "mow": ("mowed", "mown"), "offset": ("offset", "offset"),
    "outsell": ("outsold", "outsold"), "overcome": ("overcame", "overcome"), "oversee": ("oversaw", "overseen"),
    "overtake": ("overtook", "overtaken"), "pay": ("paid", "paid"), "proofread": ("proofread", "proofread"),
    "put": ("put", "put"), "read": ("read", "read"), "rebuild": ("rebuilt", "rebuilt"),
    "recast": ("recast", "recast"), "redo": ("redid", "redone"), "redraw": ("redrew", "redrawn"),
    "resell": ("resold", "resold"), "reset": ("reset", "reset"), "retake": ("retook", "retaken"),
    "retell": ("retold", "retold"), "rethink": ("rethought", "rethought"),
    "retrofit": ("retrofitted", "retrofitted"), "rewrite": ("rewrote", "rewritten"), "ride": ("rode", "ridden"),
    "ring": ("rang", "rung"), "rise": ("rose", "risen"), "run": ("ran", "run"),
    "say": ("said", "said"), "see": ("saw", "seen"), "seek": ("sought", "sought"), "sell": ("sold", "sold"),
    "send": ("sent", "sent"), "set": ("set", "set"), "sew": ("sewed", "sewn"), "shear": ("sheared", "shorn"),
    "shed": ("shed", "shed"), "shoot": ("shot", "shot"), "show": ("showed", "shown"),
    "shrink": ("shrank", "shrunk"), "shut": ("shut", "shut"), "sing": ("sang", "sung"), "sit": ("sat", "sat"),
    "sow": ("sowed", "sown"), "speak": ("spoke", "spoken"), "spend": ("spent", "spent"), "spin": ("spun", "spun"),
    "split": ("split", "split"), "spread": ("spread", "spread"), "stand": ("stood", "stood"),
    "stick": ("stuck", "stuck"), "string": ("strung", "strung"), "sublet": ("sublet", "sublet"),
    "sweep": ("swept", "swept"), "swim": ("swam", "swum"), "swing": ("swung", "swung"), "take": ("took", "taken"),
    "teach": ("taught", "taught"), "tear": ("tore", "torn"), "tell": ("told", "told"),
    "think": ("thought", "thought"), "throw": ("threw", "thrown"), "troubleshoot": ("troubleshot", "troubleshot"),
    "typeset": ("typeset", "typeset"), "understand": ("understood", "understood"),
    "undertake": ("undertook", "undertaken"), "uphold": ("upheld", "upheld"), "upsell": ("upsold", "upsold"),
    "wake": ("woke", "woken"), "wear": ("wore", "worn"), "weave": ("wove", "woven"), "win": ("won", "won"),
    "wind": ("wound", "wound"), "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld", "withheld"),
    "write": ("wrote", "written"),
}  # fmt: skip

_REGULAR = """accelerate accept accommodate accompany accrue achieve acquire act activate adapt add address adhere
adjust administer admit adopt advertise advise aggregate aim alert align allocate allow alter amend amortise amplify
anaesthetise analyse analyze animate anneal annotate anodise answer apply appoint apportion appraise approve arbitrate
archive arrange arrest ask assay assemble assess assign attach attend attract audit author automate average award
backfill bake balance bale bank bartend baste bathe benchmark bevel bill blanch blend block blog bolster bolt book boost
bottle box braise brand braze brew bridge brief broaden budget buff bundle burnish butcher cache calculate calibrate
camp campaign cannulate canvass caption capture care carry carve cash castrate catalog catalogue categorise categorize
cater catheterise caulk cause celebrate centrifuge certify chair challenge champion change chaperone characterise
characterize chart chase chauffeur check chill chisel chop choreograph circulate cite clamp clarify classify clean
cleanse clear climb clone close cluster coach coat code collaborate collate collect combine comfort command commission
communicate compact compare compensate compile complete compose composite compound compute condition conduct configure
connect conserve consign consolidate construct consult contact containerise containerize contest contract control
convert convince cook cool coordinate copy cordon correct correlate cost counsel count course cover crate create credit
crew crimp crochet crop crowdfund crystallise cultivate culture curate cure curtail customise customize dam dance debit
debone debug deburr decide decline decode decommission decorate decouple decrease decrypt dedicate deduplicate deepen
defend define defuse delegate delimit deliver demo demolish demonstrate deploy depose deposit depreciate derive describe
design designate detail detect determine develop devise deworm diagnose diarise dictate digitise digitize dilute dip
direct disassemble disburse discharge discipline disclose discount discover discuss disinfect disinfest dislodge
dismantle dismiss dispatch dispense display dispose dissect disseminate distil distribute dive dock document donate
double double-check draft dredge drench dress drill drizzle drop dub duplicate dust dye earn ease edit educate elaborate
eliminate embed embroider employ empty enable encode encourage encrypt end endorse enforce engage engineer engrave
enhance enjoy enlarge enlist enrich enrol enroll ensure enter entertain equip erect escalate escort establish estimate
etch evacuate evaluate evolve examine excavate exceed exchange execute exercise exhibit exhume expand expect expedite
explain exploit explore export expose extend extinguish extract extrapolate fabricate facilitate fact-check fasten fell
ferment ferry fertilise fertilize file fill fillet film filter finalise finalize finance finish fit fix flash float
flush fold forage forge form formulate forward foster found frame franchise fry fulfil fumigate fund fundraise furnish
fuse gain galvanise garnish gather generate germinate glaze glue govern grade graduate graft graze greet grill groom
groove group grout guarantee guard guide hack halve hammer hand handle harden harvest haul head headhunt heal heat hedge
hem hike hire hoe hoist hook host house humidify hypothesise ideate identify ignite illustrate imitate immunise immunize
implement import impose improve improvise include incorporate increase incubate index inform inherit initiate inject
innovate insert inspect inspire install instruct instrument insulate insure integrate intercept interpolate interpret
interrogate interview introduce intubate invent inventory invest investigate invigilate invite invoice iron irrigate
isolate issue itemise jam jar join juggle jump justify kick kick-start knead knit label lace lacquer laminate lance land
lap laser last lather launch launder learn lease lecture legislate level levy liaise lift line link lint liquidate list
litigate load lobby locate lock lodge log look loosen lower lubricate lure machine machine-wash mail maintain manage
manoeuvre manufacture map marinate mark market mash master match matriculate mature maximise maximize measure mediate
mend mentor merchandise merge migrate mill mince mine minimise minimize mint mitigate mix mobilise mobilize mock model
moderate modernise modernize modify modularise modulate monetise monitor moor mop mortise motivate mould mount move muck
mulch name narrate navigate negotiate neutralise nominate normalise normalize notarise note notify nurse nurture observe
obtain offboard offer offshore oil onboard open operate optimise optimize orchestrate order organise organize orient
originate outline outsource overhaul oversell own pack package paint pair palletise palpate pan-fry parallelise parboil
parcel parent parse participate pass paste pasteurise patch patrol pattern pave peel perforate perform perfume persuade
petition phase phone photocopy photograph pick pickle pilot pin pinpoint pioneer pipette pitch place plait plan plane
plant plaster plate play plead plough plow plumb poach point polish pool portion position post pour practise pray preach
preheat premiere prepare prescribe presell present preserve preside pressurise prevent price prime print prioritise
prioritize probe process procure produce profile program project promote proof propagate propose prosecute prospect
protect prototype prove provide prune publish pull pump purchase purify push qualify quantify quarantine quench query
question quilt quit quote rack raise randomise rank rate ratify re-engineer reach reactivate realign reallocate reapply
reassemble reassign reassure rebalance rebrand recalibrate receive reclaim recode recommend reconcile recondition
reconfigure reconstruct record recount recover recruit recycle redecorate redeploy redesign redirect redraft reduce
refactor refer referee refill refine refit reflect refocus reform refresh refund refurbish refurnish register regulate
rehabilitate rehearse rehouse reimburse reinforce reinstall reinstate reinsure reinvent reissue reject relabel relate
relaunch relay relieve relocate rely remediate remit remodel remove render renegotiate renew renovate rent reopen
reorganise reorganize repack repaint repair repatriate rephrase replace repopulate report reposition represent reprint
reprogram request require reroute rescue research reserve resettle reshape resize resole resolve resource respond
restart restock restore restructure restyle resubmit resume resurface resuscitate retail retain retool retouch retrain
retrieve return reunite reuse revamp reverse review revise revitalise revitalize revive rewire reword rework rig rinse
ripen rivet roast roll rotate route saddle safeguard salvage sample sand sandblast sanitise sanitize save scaffold scale
scan schedule score scout scrape screen script scrub scrutinise sculpt seal search seat secure sedate seed segment
segregate seize select separate sequence serve service settle shade shape shard share shave shelter shelve shield shift
shine ship shoe shorten shortlist shred shuck shuttle sieve sift sign simmer simplify simulate site sketch skim skin
slate slaughter slice sluice smoke smooth snag solder solve sort source span spawn spearhead spec specialise specialize
specify speed spice sponsor spool spot spray squeeze stabilise stabilize stack staff stage stain stake stamp standardise
standardize staple start steam steer stencil sterilise sterilize stew stir stitch stock stocktake stoke stop store stow
straighten strap streamline strengthen stretch strip structure study stuff stump style subcontract subdivide submit
subpoena subscribe subsidise substitute subtitle subtract succeed suit summarise summarize supervise supplement supply
surface surpass survey suspend sustain suture swab swap switch syndicate synthesise synthesize systematise tackle tag
tailor tally tamp tap tape target taste tax temper tend tender terminate test thatch thaw theme thicken thin thread
thresh tidy tie tighten tile till timetable title titrate toast tokenise top tour tow trace track trade train
tranquillise transact transcribe transfer transform transition translate transmit transplant transport transpose trap
trawl treat trench triage trim triple truck truss trust tuck tune turf turn tutor tweak type unblock uncover underpin
underwrite unearth unify unite unload unlock unpack update upgrade uproot upskill use utilise utilize vacate vaccinate
vacuum valet validate varnish vary vectorise vend ventilate verify vet view virtualise visit visualise visualize voice
volunteer wait walk wallpaper warn wash watch water waterproof wax weatherproof weed weigh welcome weld whip whisk
whitewash widen wipe wire wireframe woodturn work wrangle wrap wrestle x-ray yield"""

_WEAK = "aid assist contribute help involve join participate shadow support"
"""Verbs of a lesser part: a line never turns them into a stronger one, nor drops them."""

_DOUBLING = {
    "cut", "get", "plan", "put", "run", "set", "begin", "win", "map", "log", "fit", "refer", "transfer", "program",
    "ship", "debug", "chop", "tag", "enrol", "scrub", "swab", "stop", "swap", "drop", "trim", "wrap", "scan",
    "plug", "spot", "blog", "dub", "equip", "crop", "dam", "dip", "jam", "jar", "lap", "mop", "pin", "rig", "skim",
    "skin", "snag", "span", "spec", "stir", "strap", "strip", "tap", "top", "trap", "vet", "whip", "shred", "refit",
    "distil", "remit", "resubmit", "reprogram", "transmit", "underpin", "admit", "patrol", "bet", "dig", "embed",
    "hit", "input", "knit", "let", "reset", "shed", "shut", "sit", "spin", "split", "swim", "thin", "retrofit",
    "sublet", "typeset", "offset", "model", "level", "pilot", "submit", "control", "fulfil", "label",
}  # fmt: skip
_NOT_DOUBLED = {"pilot", "label", "model", "level"}  # American spelling; the British forms are listed below
_SPELT_TWICE = {"labelled": "label", "labelling": "label", "modelled": "model", "modelling": "model"}

FUNCTION = """i me my myself we us our a an the this these that those it its their them they he she his her and or but
as well also both either of in on at by for from to into onto with within without under over across through throughout
during after before until since between among against about around per via up down out off so than then which who whom
whose where when while if because not no never only each every all any some such other more most less least few many
several own to be been being is are was were am has have had having will would can could may might must there here one
i've i’ve i'm i’m i'd i’d later now again together away back ahead along alongside nearly almost roughly
approximately"""

AROUND = """responsible charge tasked involved able using including include includes included daily weekly monthly
regularly successfully effectively efficiently actively various different numerous additionally furthermore moreover
mainly primarily mostly usually currently previously resulting based thereby personally independently closely directly
heavily deeply fully partly jointly largely frequently occasionally initially finally carefully quickly apart top
accountable charged entrusted occupied busy concerned besides due always often sometimes consist consists consisted
comprised comprises entailed entails"""
"""What stands around the verbs of duties as people write them."""

AROUND_NOUNS = """role job duty duties task tasks responsibility responsibilities team member part addition order basis
result work position post function capacity placement internship apprenticeship traineeship employment assignment
achievement achievements experience time main key primary core daily central additional current present previous last
person activities first regular typical biggest further"""
"""Nouns of duties as people write them; beside another noun they belong to it ("sales team", "team lead")."""

NOMINALS = {  # work said as a noun -> the verb
    "acceptance": "accept", "acquisition": "acquire", "adjustment": "adjust", "administration": "administer",
    "allocation": "allocate", "analysis": "analyse", "animation": "animate", "application": "apply",
    "appraisal": "appraise", "arrangement": "arrange", "assembly": "assemble", "assessment": "assess",
    "automation": "automate", "calculation": "calculate", "calibration": "calibrate", "certification": "certify",
    "classification": "classify", "clearance": "clear", "collaboration": "collaborate", "collection": "collect",
    "communication": "communicate", "compilation": "compile", "completion": "complete", "composition": "compose",
    "configuration": "configure", "construction": "construct", "conversion": "convert",
    "coordination": "coordinate", "correction": "correct", "creation": "create", "cultivation": "cultivate",
    "decoration": "decorate", "delivery": "deliver", "demolition": "demolish", "demonstration": "demonstrate",
    "deployment": "deploy", "description": "describe", "design": "design", "detection": "detect",
    "development": "develop", "diagnosis": "diagnose", "digitisation": "digitise", "digitization": "digitize",
    "disinfection": "disinfect", "distribution": "distribute", "documentation": "document",
    "elimination": "eliminate", "enforcement": "enforce", "enrichment": "enrich", "enrolment": "enrol",
    "establishment": "establish", "estimation": "estimate", "evaluation": "evaluate", "examination": "examine",
    "excavation": "excavate", "execution": "execute", "expansion": "expand", "explanation": "explain",
    "exploration": "explore", "extension": "extend", "fabrication": "fabricate", "facilitation": "facilitate",
    "formulation": "formulate", "fulfilment": "fulfil", "generation": "generate", "identification": "identify",
    "illustration": "illustrate", "immunisation": "immunise", "implementation": "implement",
    "improvement": "improve", "inspection": "inspect", "installation": "install", "instruction": "instruct",
    "insulation": "insulate", "integration": "integrate", "interpretation": "interpret",
    "introduction": "introduce", "invention": "invent", "investigation": "investigate", "irrigation": "irrigate",
    "isolation": "isolate", "lubrication": "lubricate", "maintenance": "maintain", "management": "manage",
    "measurement": "measure", "mediation": "mediate", "migration": "migrate", "moderation": "moderate",
    "modernisation": "modernise", "modernization": "modernize", "modification": "modify", "navigation": "navigate",
    "negotiation": "negotiate", "notification": "notify", "observation": "observe", "operation": "operate",
    "optimisation": "optimise", "optimization": "optimize", "orchestration": "orchestrate",
    "organisation": "organise", "organization": "organize", "participation": "participate", "payment": "pay",
    "placement": "place", "preparation": "prepare", "presentation": "present", "prevention": "prevent",
    "procurement": "procure", "production": "produce", "promotion": "promote", "prosecution": "prosecute",
    "protection": "protect", "provision": "provide", "publication": "publish", "purchase": "purchase",
    "purification": "purify", "reconciliation": "reconcile", "reconstruction": "reconstruct",
    "recruitment": "recruit", "reduction": "reduce", "registration": "register", "regulation": "regulate",
    "rehabilitation": "rehabilitate", "relocation": "relocate", "removal": "remove", "renewal": "renew",
    "renovation": "renovate", "reorganisation": "reorganise", "repair": "repair", "replacement": "replace",
    "research": "research", "resolution": "resolve", "restoration": "restore", "review": "review",
    "revision": "revise", "rotation": "rotate", "sale": "sell", "segmentation": "segment", "selection": "select",
    "separation": "separate", "settlement": "settle", "shipment": "ship", "simplification": "simplify",
    "simulation": "simulate", "stabilisation": "stabilise", "standardisation": "standardise",
    "sterilisation": "sterilise", "sterilization": "sterilize", "storage": "store", "submission": "submit",
    "supervision": "supervise", "termination": "terminate", "transcription": "transcribe",
    "transformation": "transform", "translation": "translate", "transmission": "transmit",
    "transportation": "transport", "treatment": "treat", "vaccination": "vaccinate", "validation": "validate",
    "verification": "verify", "visualisation": "visualise", "visualization": "visualize",
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
