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

_REGULAR = """accelerate accept accompany achieve acquire act adapt add address adhere adjust administer admit adopt
advertise advise aim align allocate allow alter anaesthetise analyse analyze animate anneal annotate answer apply
appoint appraise approve arbitrate arrange arrest ask assemble assess assign attend attract audit author automate
average award bake balance bartend bathe benchmark bill blend blog bolt book boost brand brew brief butcher calculate
calibrate caption capture care carry carve cater cause centrifuge chair change chase check cite clamp clean clear climb
clone close cluster coach code collaborate collect combine comfort commission communicate compare compile complete
compose conduct configure connect consolidate construct consult contact containerise containerize contract control
convert convince cook cool coordinate copy correct counsel cover create credit crew crystallise cultivate culture
customise customize dance debit debug decide decline decommission decorate decrease deepen defend define delegate
deliver demolish demonstrate deploy deposit describe design detect determine develop devise diagnose digitise digitize
direct discharge discover discuss disinfect dispatch dispense display distribute document double draft dress drop dub
earn ease edit educate eliminate enable encourage end enforce engage engineer enhance enlarge enrol enroll ensure enter
equip erect escort establish estimate evaluate examine excavate exceed execute expand explain explore export extend
extract facilitate fell file fill film filter finalise finalize finish fit fix float fold forge form formulate foster
found fry fulfil fund gain gather generate govern grade graduate greet groom grout guide halve handle harden harvest
heal hike hire host house identify illustrate implement import improve include increase index inform initiate inject
inspect inspire install instruct insulate insure integrate interpret interview introduce intubate invent invest
investigate invigilate invite invoice iron isolate issue join jump justify kick knead knit label last launch launder
learn lecture level liaise lift link list litigate load lobby locate lodge log look lower lubricate machine mail
maintain manage manufacture map mark market mash measure mediate mentor merge migrate mill mine minimise minimize mix
model moderate modernise modernize modify monitor motivate mount move name navigate negotiate notarise nurse nurture
observe obtain offboard offer oil onboard open operate optimise optimize orchestrate order organise organize outline
overhaul own pack package paint palpate parent parse participate pass patrol pave peel perform persuade photograph pick
pilot pioneer pipette pitch place plan plant plaster plate play plead plumb poach polish position post pour practise
prepare prescribe present preserve prevent price print prioritise prioritize process procure produce profile program
promote propose prosecute prospect protect prove provide prune publish pull pump purchase purify push qualify quench
question quote raise rate reach rebrand receive recommend reconcile record recover recruit recycle redesign reduce
refactor refer refill refine reform refund refurbish register regulate rehearse reject rely remodel remove render renew
renovate rent reorganise reorganize repair replace report represent request rescue research resolve respond restock
restore restructure resuscitate retain reuse review revise rewire rivet roast roll route salvage sample sanitise
sanitize save scale scan schedule score screen scrub sculpt seal seat secure sedate segment select separate sequence
serve service settle shape share shelve shift ship shorten sign simplify simulate sketch slice smooth solder solve sort
source spearhead specify spot spray stabilise stabilize stack staff stage standardise standardize start steer sterilise
sterilize stitch stock stop store streamline strengthen structure study style submit subtitle succeed summarise
summarize supervise supply surpass survey suture swab swap switch synthesise synthesize tackle tailor target temper tend
terminate test tile till titrate tow trace track trade train transcribe transfer transform translate transport treat
triage trim triple trust tune turn tutor uncover underwrite unload unpack update upgrade use vaccinate validate verify
view visit volunteer wait walk warn wash watch water weigh welcome weld widen wire work wrap yield"""

_RARER = """accommodate accrue activate aggregate alert amend amortise amplify anodise apportion archive assay attach
backfill bale bank baste bevel blanch block bolster bottle box braise braze bridge broaden budget buff bundle burnish
cache camp campaign cannulate canvass cash castrate catalog catalogue categorise categorize catheterise caulk celebrate
certify challenge champion chaperone characterise characterize chart chauffeur chill chisel chop choreograph circulate
clarify classify cleanse coat collate command compact compensate composite compound compute condition conserve consign
contest cordon correlate cost count course crate crimp crochet crop crowdfund curate cure curtail dam debone deburr
decode decouple decrypt dedicate deduplicate defuse delimit demo depose depreciate derive designate detail deworm
diarise dictate dilute dip disassemble disburse discipline disclose discount disinfest dislodge dismantle dismiss
dispose dissect disseminate distil dive dock donate double-check dredge drench drill drizzle duplicate dust dye
elaborate embed embroider employ empty encode encrypt endorse engrave enjoy enlist enrich entertain escalate etch
evacuate evolve exchange exercise exhibit exhume expect expedite exploit expose extinguish extrapolate fabricate
fact-check fasten ferment ferry fertilise fertilize fillet finance flash flush forage forward frame franchise fumigate
fundraise furnish fuse galvanise garnish germinate glaze glue graft graze grill groove group guarantee guard hack hammer
hand haul head headhunt heat hedge hem hoe hoist hook humidify hypothesise ideate ignite imitate immunise immunize
impose improvise incorporate incubate inherit innovate insert instrument intercept interpolate interrogate inventory
irrigate itemise jam jar juggle kick-start lace lacquer laminate lance land lap laser lather lease legislate levy line
lint liquidate lock loosen lure machine-wash manoeuvre marinate master match matriculate mature maximise maximize mend
merchandise mince mint mitigate mobilise mobilize mock modularise modulate monetise moor mop mortise mould muck mulch
narrate neutralise nominate normalise normalize note notify offshore orient originate outsource oversell pair palletise
pan-fry parallelise parboil parcel paste pasteurise patch pattern perforate perfume petition phase phone photocopy
pickle pin pinpoint plait plane plough plow point pool portion pray preach preheat premiere presell preside pressurise
prime probe project proof propagate prototype quantify quarantine query quilt quit rack randomise rank ratify
re-engineer reactivate realign reallocate reapply reassemble reassign reassure rebalance recalibrate reclaim recode
recondition reconfigure reconstruct recount redecorate redeploy redirect redraft referee refit reflect refocus refresh
refurnish rehabilitate rehouse reimburse reinforce reinstall reinstate reinsure reinvent reissue relabel relate relaunch
relay relieve relocate remediate remit renegotiate reopen repack repaint repatriate rephrase repopulate reposition
reprint reprogram require reroute reserve resettle reshape resize resole resource restart restyle resubmit resume
resurface retail retool retouch retrain retrieve return reunite revamp reverse revitalise revitalize revive reword
rework rig rinse ripen rotate saddle safeguard sand sandblast scaffold scout scrape script scrutinise search seed
segregate seize shade shard shave shelter shield shine shoe shortlist shred shuck shuttle sieve sift simmer site skim
skin slate slaughter sluice smoke snag span spawn spec specialise specialize speed spice sponsor spool squeeze stain
stake stamp staple steam stencil stew stir stocktake stoke stow straighten strap stretch strip stuff stump subcontract
subdivide subpoena subscribe subsidise substitute subtract suit supplement surface suspend sustain syndicate systematise
tag tally tamp tap tape taste tax tender thatch thaw theme thicken thin thread thresh tidy tie tighten timetable title
toast tokenise top tour tranquillise transact transition transmit transplant transpose trap trawl trench truck truss
tuck turf tweak type unblock underpin unearth unify unite unlock uproot upskill utilise utilize vacate vacuum valet
varnish vary vectorise vend ventilate vet virtualise visualise visualize voice wallpaper waterproof wax weatherproof
weed whip whisk whitewash wipe wireframe woodturn wrangle wrestle x-ray"""
"""Regular verbs that are nouns or adjectives oftener than the others: in a list of requirements they name things."""
_RARER_IRREGULAR = """bear bend bet bite break breed broadcast cast cling dig fight fly foresee grind hang hear hit
input light mow offset outsell overcome overtake recast redo redraw resell retake retell rethink retrofit ride ring say
seek sew shear shed show shut sing sit sow spin split spread stand stick string sublet swim swing tear tell throw
troubleshoot uphold upsell wake wind withhold"""

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
    bases = {*_REGULAR.split(), *_RARER.split(), *_WEAK.split(), *_IRREGULAR}
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
def common_forms() -> dict[str, Verb]:
    """Any form of a verb that is hardly ever anything else -> the verb."""
    rarer = {*_RARER.split(), *_RARER_IRREGULAR.split()}
    return {form: verb for form, verb in verb_forms().items() if verb.base not in rarer}


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
