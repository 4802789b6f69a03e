"""German words of résumés: verbs with their forms, nouns of work, and what stands around them.

A word with an umlaut or ß is known in every spelling that people type: "prüfen" and "pruefen", "begrüßen" and
"begrüssen".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_IRREGULAR = {  # root -> (preterite, participle)
    "bieten": ("bot", "geboten"), "binden": ("band", "gebunden"), "bitten": ("bat", "gebeten"),
    "bleiben": ("blieb", "geblieben"), "brechen": ("brach", "gebrochen"), "brennen": ("brannte", "gebrannt"),
    "bringen": ("brachte", "gebracht"), "denken": ("dachte", "gedacht"), "fahren": ("fuhr", "gefahren"),
    "fallen": ("fiel", "gefallen"), "fangen": ("fing", "gefangen"), "finden": ("fand", "gefunden"),
    "fliegen": ("flog", "geflogen"), "geben": ("gab", "gegeben"), "gehen": ("ging", "gegangen"),
    "gießen": ("goss", "gegossen"), "graben": ("grub", "gegraben"), "greifen": ("griff", "gegriffen"),
    "halten": ("hielt", "gehalten"), "heben": ("hob", "gehoben"), "helfen": ("half", "geholfen"),
    "kennen": ("kannte", "gekannt"), "kommen": ("kam", "gekommen"), "laden": ("lud", "geladen"),
    "lassen": ("ließ", "gelassen"), "laufen": ("lief", "gelaufen"), "leihen": ("lieh", "geliehen"),
    "lesen": ("las", "gelesen"), "liegen": ("lag", "gelegen"), "messen": ("maß", "gemessen"),
    "nehmen": ("nahm", "genommen"), "nennen": ("nannte", "genannt"), "raten": ("riet", "geraten"),
    "reiten": ("ritt", "geritten"), "rufen": ("rief", "gerufen"), "schaffen": ("schuf", "geschaffen"),
    "scheiden": ("schied", "geschieden"), "schieben": ("schob", "geschoben"), "schießen": ("schoss", "geschossen"),
    "bergen": ("barg", "geborgen"), "schlagen": ("schlug", "geschlagen"), "schleifen": ("schliff", "geschliffen"),
    "schließen": ("schloss", "geschlossen"), "schneiden": ("schnitt", "geschnitten"),
    "schreiben": ("schrieb", "geschrieben"), "schreiten": ("schritt", "geschritten"),
    "schwimmen": ("schwamm", "geschwommen"), "sehen": ("sah", "gesehen"), "senden": ("sendete", "gesendet"),
    "singen": ("sang", "gesungen"), "sinken": ("sank", "gesunken"), "sitzen": ("saß", "gesessen"),
    "sprechen": ("sprach", "gesprochen"), "springen": ("sprang", "gesprungen"), "stehen": ("stand", "gestanden"),
    "steigen": ("stieg", "gestiegen"), "streichen": ("strich", "gestrichen"), "tragen": ("trug", "getragen"),
    "treffen": ("traf", "getroffen"), "treiben": ("trieb", "getrieben"), "treten": ("trat", "getreten"),
    "wachsen": ("wuchs", "gewachsen"), "waschen": ("wusch", "gewaschen"),
    "weisen": ("wies", "gewiesen"), "wenden": ("wendete", "gewendet"), "werben": ("warb", "geworben"),
    "werfen": ("warf", "geworfen"), "wiegen": ("wog", "gewogen"), "winnen": ("wann", "gewonnen"),
    "ziehen": ("zog", "gezogen"), "fechten": ("focht", "gefochten"), "fehlen": ("fahl", "gefohlen"),
    "lernen": ("lernte", "gelernt"), "ernten": ("erntete", "geerntet"), "erden": ("erdete", "geerdet"),
    "reißen": ("riss", "gerissen"), "gleichen": ("glich", "geglichen"), "weichen": ("wich", "gewichen"),
    "stoßen": ("stieß", "gestoßen"), "backen": ("backte", "gebacken"), "braten": ("briet", "gebraten"),
    "hängen": ("hängte", "gehängt"), "bessern": ("besserte", "gebessert"),
    "meiden": ("mied", "gemieden"), "bereiten": ("bereitete", "bereitet"),
    "beschaffen": ("beschaffte", "beschafft"), "interviewen": ("interviewte", "interviewt"),
    "designen": ("designte", "designt"), "melken": ("melkte", "gemolken"), "mahlen": ("mahlte", "gemahlen"),
}  # fmt: skip

_VERBS = """
    ab|fahren an|pflanzen aus|fahren aus|räumen bekommen bergen bestrahlen betanken ein|räumen evakuieren
    frisieren hobeln hüten keltern machen mobilisieren pürieren rangieren rasieren reanimieren schlachten sorgen
    spielen stricken tischlern töpfern verräumen weben zimmern zusammen|bauen ab|arbeiten ab|bauen an|bauen
    ein|dämmen ab|bilden ab|decken ab|dichten ab|fertigen ab|füllen ab|geben ab|gleichen ab|heften ab|holen
    ab|lesen ab|liefern ab|messen ab|nehmen ab|rechnen ab|reißen ab|rufen ab|schließen ab|schneiden ab|sichern
    ab|stimmen ab|wickeln absolvieren akquirieren aktualisieren analysieren an|bieten an|bringen an|fertigen
    an|fordern an|führen an|heben an|kündigen an|legen an|leiten an|lernen an|melden an|nehmen an|passen an|rufen
    an|schließen an|sprechen an|stoßen an|weisen an|wenden an|werben an|zeigen animieren arbeiten archivieren
    arrangieren auf|arbeiten auf|bauen auf|bereiten auf|decken auf|füllen auf|heben auf|klären auf|legen
    auf|listen auf|nehmen auf|räumen auf|rüsten auf|schließen auf|setzen auf|stellen auf|stocken auf|teilen
    auf|tragen auf|wenden auf|zeichnen auf|zeigen aus|arbeiten aus|bauen aus|bessern aus|bilden aus|dehnen
    aus|fertigen aus|führen aus|füllen aus|geben aus|handeln aus|helfen aus|legen aus|liefern aus|messen
    aus|richten aus|rollen aus|rüsten aus|schenken aus|schreiben aus|statten aus|stellen aus|suchen aus|tauschen
    aus|wählen aus|weiten aus|werten aus|zahlen aus|zeichnen automatisieren backen bauen beantragen beantworten
    bearbeiten beaufsichtigen beauftragen bebauen bedienen beenden befragen befüllen begleiten begrenzen begrüßen
    begründen begutachten behandeln beheben beherrschen beliefern beladen belegen bei|bringen bei|tragen belüften
    bemalen bemessen benennen benutzen beobachten bepflanzen beraten berechnen bereinigen bereit|stellen berichten
    berichtigen beschaffen bescheinigen beschichten beschleunigen beschneiden beschreiben bestehen beschriften
    beseitigen besetzen besichtigen besprechen bestellen bestimmen bestücken bestätigen besuchen beteiligen
    betreiben betreuen beurkunden beurteilen bewachen bewegen bewerben bewerten bewirten bewässern bewältigen
    beziehen bezahlen beziffern bilanzieren bilden binden bohren braten bringen buchen bündeln bügeln checken
    coachen codieren decken definieren delegieren dekorieren desinfizieren designen diagnostizieren digitalisieren
    diskutieren disponieren dokumentieren dolmetschen drehen drucken durch|führen durch|setzen durch|sehen düngen
    eichen ein|arbeiten ein|bauen ein|binden ein|bringen ein|fordern ein|führen ein|fügen ein|halten ein|holen
    ein|kassieren ein|kaufen ein|kochen ein|lagern ein|leiten ein|lesen ein|ordnen ein|pflegen ein|planen
    ein|reichen ein|richten ein|sammeln ein|scannen ein|schätzen ein|setzen ein|sparen ein|stellen ein|studieren
    ein|stufen ein|teilen ein|treiben ein|weisen ein|werben ein|ziehen empfangen empfehlen entdecken
    entgegen|nehmen entfernen entkalken entladen entlasten entlohnen entnehmen entscheiden entsorgen entwerfen
    entwickeln erarbeiten erbauen erbringen erfassen erfinden erfragen erfüllen ergänzen erhalten erheben erhöhen
    erklären erläutern erlernen erledigen ermitteln ermöglichen erneuern ernten eröffnen erproben erreichen
    errechnen errichten ersetzen erstatten erstellen erteilen erweitern erwerben erwirtschaften erzeugen erzielen
    erziehen etablieren evaluieren exportieren fahren fertigen fertig|stellen fest|legen fest|stellen filmen
    finden fliesen formen formulieren forschen fotografieren fräsen fördern frei|geben fungieren führen füllen
    füttern garantieren geben generieren genehmigen gestalten gewinnen gewähren gewährleisten gießen gliedern
    graben gründen halbieren halten handeln instand|halten instand|setzen heben heilen heizen helfen her|stellen
    hinterfragen hin|weisen hospitieren illustrieren implementieren impfen importieren informieren initiieren
    inspirieren inspizieren installieren instruieren inszenieren integrieren interpretieren interviewen
    inventarisieren investieren isolieren justieren kalibrieren kalkulieren kassieren katalogisieren kehren
    kennzeichnen klassifizieren kleben klären kochen kommissionieren kommunizieren komponieren konfigurieren
    konservieren konsolidieren konstruieren kontaktieren kontieren kontrollieren konzipieren koordinieren kopieren
    korrigieren kreieren kultivieren kürzen laden lagern legen lehren leisten leiten lektorieren lenken lesen
    liefern lackieren lizenzieren lokalisieren löschen lösen löten mahnen malen managen markieren massieren mauern
    melden messen migrieren minimieren mischen mit|arbeiten mit|helfen mit|gestalten mit|wirken moderieren
    modernisieren modellieren montieren motivieren mähen nach|bereiten nach|bestellen nach|weisen nach|verfolgen
    nageln nehmen nutzen nähen optimieren ordnen organisieren operieren packen pflanzen pflastern pflegen pflücken
    pilotieren planen platzieren polieren positionieren programmieren promovieren produzieren protokollieren
    präparieren präsentieren prognostizieren prüfen publizieren putzen qualifizieren räumen realisieren
    recherchieren rechnen redigieren reduzieren reformieren regeln registrieren regulieren reinigen reisen
    reklamieren rekrutieren renovieren reparieren repräsentieren reservieren restaurieren restrukturieren retten
    revidieren richten rufen röntgen rösten sägen sammeln sanieren säubern schaffen schalten schleifen schlichten
    schließen schmieden schneiden schneidern schreiben schreinern schulen schweißen schätzen schützen segmentieren
    senden senken servieren setzen sequenzieren sichern sicher|stellen sichten simulieren sinken skalieren
    skizzieren sortieren sparen spenden sprechen spritzen standardisieren stapeln starten stehen steigen steigern
    stellen steuern stoppen straffen streichen strukturieren studieren stärken suchen synchronisieren tapezieren
    tauschen teil|nehmen terminieren testen texten therapieren tragen trainieren transkribieren transportieren
    treffen trennen trocknen um|bauen um|gestalten um|rüsten um|setzen um|stellen um|strukturieren umfassen
    umsorgen unterhalten unterrichten unterstützen untersuchen unterweisen unterzeichnen verabreichen veranlassen
    veranstalten verarbeiten verantworten verbessern verbinden verbreiten verbuchen verdoppeln vereinbaren
    vereinfachen vereinheitlichen verfassen verfolgen vergeben vergleichen vergrößern verhandeln verhindern
    verkabeln verkaufen verkleinern verkürzen verladen verlagern verlegen verleihen vermarkten vermeiden vermessen
    vermieten vermitteln vernetzen veröffentlichen verpacken verpflegen verringern versenden versichern versorgen
    verteidigen verteilen vertreiben vertreten verwahren verwalten verwenden verwirklichen verzeichnen verzieren
    visualisieren voran|treiben vor|bereiten vor|führen vor|legen vor|schlagen vor|stellen vor|tragen wachsen
    wahr|nehmen warten waschen wechseln weiter|bilden weiter|entwickeln weiter|geben weiter|leiten wenden werben
    wickeln wiederher|stellen wiegen wischen würzen zahlen zeichnen zerlegen zerspanen zertifizieren ziehen
    zu|arbeiten zu|bereiten zu|ordnen zu|schneiden zu|stellen zusammen|arbeiten zusammen|fassen zusammen|führen
    zusammen|stellen zählen züchten zurück|gewinnen übergeben überarbeiten überführen überholen übermitteln
    übernehmen überprüfen übersetzen übertragen überwachen überweisen überzeugen üben"""

_WEAK = """
    assistieren lernen aus|helfen begleiten bei|tragen beteiligen helfen hospitieren mit|arbeiten mit|gestalten
    mit|helfen mit|wirken teil|nehmen unterstützen zu|arbeiten"""
"""Verbs of a lesser part: a line never turns them into a stronger one, nor drops them."""

_INSEPARABLE = re.compile(r"(?:be|emp|ent|er|ge|hinter|miss|ver|wider|zer|über|unter|durch|um|voll)(?=\w{4})")
"""Prefixes that are never parted from their verb, whose participle has no "ge"."""
_WITH_LINKING_E = re.compile(r"(?:[dt]|ch[nm]|[bcdfgkpstvwz][nm])\Z")
"""Stems after which an ending in t takes an e: "rechn-e-te"."""

FUNCTION = """
    mehrerer instand ich mich mir mein meine meinem meinen meiner meines wir uns unser unsere unserem unseren
    unserer der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen es sie er
    ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner sich und oder aber sondern sowie bzw auch noch
    nicht kein keine keinen keinem keiner nie niemals nur von vom mit ohne für zu zum zur bei beim in im ins an am
    ans auf aus nach vor seit bis durch gegen um unter über zwischen während wegen trotz innerhalb außerhalb neben
    hinter je pro per ab als wie so dass damit weil da wenn nachdem bevor sobald indem obwohl wobei wodurch womit
    wofür worauf dadurch dabei dafür daran darauf daraus davon dazu danach darunter daneben daher deshalb sodass
    somit ebenso ebenfalls zuvor zuletzt später jetzt heute dort hier wo welche welcher welches welchen deren
    dessen denen alle allen aller alles jede jeden jeder jedes jedem beide beiden beider mehr weniger mehrere
    mehreren einige einigen viele vielen wenige anderen andere zwei drei vier habe hatte haben hatten hat bin war
    waren sind ist wurde wurden wird werden worden geworden kann konnte konnten durfte musste sollte wollte her
    hin los weg zurück zusammen fest teil weiter bereit etwa rund circa knapp fast ungefähr mindestens maximal
    höchstens täglich wöchentlich monatlich jährlich stündlich gemeinsam allein selbst eigene eigenen eigener
    eigenes vorwiegend überwiegend hauptsächlich allem insbesondere einschließlich inklusive samt erstmals
    weiterhin zugleich gleichzeitig bereits schon davor fürs darin gelungen gelang entgegen frei fertig wahr voran
    wiederher sicher hab jeweils immer stets oft mal neu hoch"""

AROUND = """
    verantwortlich hauptverantwortlich mitverantwortlich zuständig tätig beteiligt betraut beauftragt involviert
    eingebunden regelmäßig erfolgreich effektiv effizient aktiv selbstständig selbständig eigenständig
    eigenverantwortlich persönlich außerdem zudem ferner weiterhin zusätzlich darüber hinaus weiteren anderem
    hierbei gehörte gehörten gehört gehören umfasste umfassten umfasst beinhaltete beinhalteten bestand bestanden
    verschiedene verschiedenen verschiedener diverse diversen zahlreiche zahlreichen eng direkt fachlich"""
"""What stands around the verbs of duties as people write them."""

AROUND_NOUNS = """
    aufgabe aufgaben tätigkeit tätigkeiten hauptaufgabe hauptaufgaben position rolle funktion stelle job
    aufgabenbereich aufgabengebiet verantwortungsbereich zuständigkeit zuständigkeiten rahmen teil schwerpunkt
    arbeit mitglied verantwortung"""
"""Nouns of duties as people write them."""

_UNG = """
    abarbeitung abdichtung abfertigung abrechnung absicherung abstimmung abwicklung aktualisierung anfertigung
    anforderung anleitung anmeldung anpassung anschaffung anwendung archivierung aufarbeitung aufbereitung
    aufklärung aufrüstung aufstellung aufzeichnung ausarbeitung ausbesserung ausbildung ausführung aushandlung
    auslieferung ausrichtung ausrüstung ausschreibung ausstattung ausstellung auswertung automatisierung
    beantragung beantwortung bearbeitung beaufsichtigung bedienung befragung befüllung begleitung begrüßung
    begutachtung behandlung behebung belieferung beratung berechnung bereinigung bereitstellung beschaffung
    beschichtung beschleunigung beschreibung beschriftung beseitigung besetzung besichtigung besprechung
    bestellung bestimmung bestückung betreuung beurteilung bewachung bewertung bewirtung bewässerung bewältigung
    bezahlung bilanzierung buchung bündelung digitalisierung durchführung durchsetzung einarbeitung einbindung
    einführung einhaltung einlagerung einleitung einreichung einrichtung einsparung einstellung einstudierung
    einstufung einteilung einweisung entgegennahme entfernung entladung entlastung entsorgung entwicklung
    erarbeitung erbringung erfassung erfüllung ergänzung erhebung erhöhung erklärung erläuterung erledigung
    ermittlung erneuerung eröffnung erprobung errichtung erstattung erstellung erteilung erweiterung erzeugung
    erziehung erzielung fertigung fertigstellung festlegung feststellung formulierung förderung führung
    genehmigung gestaltung gewinnung gewährleistung gründung halbierung herstellung implementierung impfung
    inszenierung inventarisierung isolierung justierung kalibrierung kennzeichnung klassifizierung klärung
    kommissionierung konservierung konsolidierung konzipierung kürzung lackierung lagerung leitung lieferung
    lizenzierung löschung messung minimierung mitgestaltung mitwirkung modellierung modernisierung nachbereitung
    nachverfolgung nutzung optimierung pflanzung planung platzierung positionierung programmierung prüfung
    qualifizierung realisierung reduzierung regelung registrierung reinigung renovierung restrukturierung räumung
    sammlung sanierung schaltung schlichtung schulung sicherstellung sicherung sichtung sortierung
    standardisierung steigerung steuerung straffung strukturierung stärkung synchronisierung terminierung
    umgestaltung umrüstung umsetzung umstellung umstrukturierung unterhaltung unterstützung untersuchung
    unterweisung unterzeichnung verabreichung veranlassung verarbeitung verbesserung verbreitung verbuchung
    vereinfachung vereinheitlichung verfolgung vergrößerung verhandlung verkabelung verkleinerung verkürzung
    verlagerung verlegung vermarktung vermessung vermietung vermittlung vernetzung veröffentlichung verpackung
    verpflegung verringerung versorgung verteidigung verteilung vertretung verwaltung verwendung verwirklichung
    vorbereitung vorführung vorstellung wartung weiterbildung weiterentwicklung weiterleitung wiederherstellung
    zertifizierung zubereitung zuordnung zusammenarbeit zusammenfassung zusammenführung zusammenstellung züchtung
    zustellung überarbeitung überführung übergabe übermittlung übernahme überprüfung übersetzung übertragung
    überwachung überweisung"""
"""Nouns in "ung" of a verb of the lexicon."""

_NOMINALS = {  # other work said as a noun -> the verb
    "abbau": "abbauen", "abnahme": "abnehmen", "abschluss": "abschließen", "akquise": "akquirieren",
    "akquisition": "akquirieren", "analyse": "analysieren", "anbau": "anbauen", "annahme": "annehmen",
    "assistenz": "assistieren", "aufbau": "aufbauen", "aufnahme": "aufnehmen", "aufsicht": "beaufsichtigen",
    "ausbau": "ausbauen", "ausgabe": "ausgeben", "austausch": "austauschen", "auswahl": "auswählen", "bau": "bauen",
    "beitrag": "beitragen", "betrieb": "betreiben", "diagnose": "diagnostizieren", "disposition": "disponieren",
    "dokumentation": "dokumentieren", "einbau": "einbauen", "einkauf": "einkaufen", "einsatz": "einsetzen",
    "entgegennahme": "entgegennehmen", "entnahme": "entnehmen", "entwurf": "entwerfen", "ernte": "ernten",
    "evaluation": "evaluieren", "hilfe": "helfen", "inspektion": "inspizieren", "installation": "installieren",
    "instandhaltung": "instandhalten", "instandsetzung": "instandsetzen", "integration": "integrieren",
    "kalkulation": "kalkulieren", "kommunikation": "kommunizieren", "konfiguration": "konfigurieren",
    "konstruktion": "konstruieren", "kontrolle": "kontrollieren", "konzeption": "konzipieren",
    "koordination": "koordinieren", "korrektur": "korrigieren", "migration": "migrieren", "mitarbeit": "mitarbeiten",
    "mithilfe": "mithelfen", "moderation": "moderieren", "montage": "montieren", "organisation": "organisieren",
    "pflege": "pflegen", "präsentation": "präsentieren", "produktion": "produzieren", "recherche": "recherchieren",
    "reparatur": "reparieren", "revision": "revidieren", "suche": "suchen", "teilnahme": "teilnehmen",
    "transport": "transportieren", "umbau": "umbauen", "unterhalt": "unterhalten", "unterricht": "unterrichten",
    "vergabe": "vergeben", "vergleich": "vergleichen", "verkauf": "verkaufen", "verleih": "verleihen",
    "versand": "versenden", "vertrieb": "vertreiben", "vorbereitung": "vorbereiten", "wechsel": "wechseln",
    "zuarbeit": "zuarbeiten", "zucht": "züchten", "zusammenarbeit": "zusammenarbeiten", "zuschnitt": "zuschneiden",
    "übergabe": "übergeben", "übernahme": "übernehmen", "betreuung": "betreuen", "leitung": "leiten",
}  # fmt: skip


@dataclass(frozen=True)
class Verb:
    """A verb with the forms that lines use; `particle` is what a main clause parts from it ("führte ... ein")."""

    base: str
    present: str
    past: str
    participle: str
    to_base: str
    particle: str = ""
    is_weak: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Those that a line may be told in."""
        return (self.participle,)

    @property
    def root_past(self) -> str:
        """The preterite of a main clause, its particle apart."""
        return self.past.removeprefix(self.particle)

    @property
    def root_present(self) -> str:
        return self.present.removeprefix(self.particle)


@cache
def verbs() -> tuple[Verb, ...]:
    """Every verb of the lexicon as books spell it, in alphabetical order."""
    return tuple(_verb(verb) for verb in sorted({*_VERBS.split(), *_WEAK.split()}))


@cache
def _spelt_verbs() -> tuple[Verb, ...]:
    """Every verb in every spelling."""
    spelt = {spelling for verb in {*_VERBS.split(), *_WEAK.split()} for spelling in spellings(verb)}
    return tuple(_verb(verb) for verb in sorted(spelt))


@cache
def verb_forms() -> dict[str, Verb]:
    """Any form that a main clause or an infinitive has -> its verb; without its particle -> the verb that has none."""
    forms: dict[str, Verb] = {}
    for verb in _spelt_verbs():
        apart = () if verb.particle else (verb.past, verb.present)
        for form in (verb.participle, *apart, verb.base, verb.to_base):
            forms.setdefault(form, verb)
    for verb in _spelt_verbs():
        forms.setdefault(verb.root_past, verb)
        forms.setdefault(verb.root_present, verb)
    forms.pop("", None)
    return forms


@cache
def parted() -> dict[tuple[str, str], Verb]:
    """(Preterite of a main clause, the particle at its end, "" where there is none) -> the verb."""
    return {(verb.root_past, verb.particle): verb for verb in _spelt_verbs()}


@cache
def pasts() -> frozenset[str]:
    """Every preterite of a main clause, particles apart."""
    return frozenset(past for past, _ in parted())


@cache
def _nouns() -> dict[str, str]:
    return {verb.base: noun for noun, verb in reversed(nominals().items())}


def noun_of(form: str) -> str:
    """The noun of the work that a form of a verb tells of, "" where there is none."""
    verb = verb_forms().get(form)
    return _nouns().get(verb.base, "") if verb is not None else ""


@cache
def function_words() -> frozenset[str]:
    """Words that the writer may use wherever they stand."""
    return frozenset(spelling for word in (*FUNCTION.split(), *AROUND.split()) for spelling in spellings(word))


def person() -> frozenset[str]:
    """Words for whoever writes, as the doer."""
    return frozenset({"ich"})


@cache
def around_nouns() -> frozenset[str]:
    return frozenset(spelling for word in AROUND_NOUNS.split() for spelling in spellings(word))


@cache
def nominals() -> dict[str, Verb]:
    """Noun -> the verb whose work it names."""
    by_base = {verb.base: verb for verb in _spelt_verbs()}
    made = {noun: base for noun in _UNG.split() for base in _bases_of(noun) if base in by_base}
    spelt = (pair for noun, base in (made | _NOMINALS).items() for pair in zip(_three(noun), _three(base), strict=True))
    return {noun: by_base[base] for noun, base in spelt}


def typed(text: str) -> str:
    """The text as it is typed where there are no umlauts."""
    return swiss(text).translate(_TYPED)


def swiss(text: str) -> str:
    """The text as it is spelt in Switzerland."""
    return text.replace("ß", "ss")


@cache
def spellings(word: str) -> tuple[str, ...]:
    """The word as it is spelt in books, in Switzerland, and where no umlaut can be typed."""
    return tuple(dict.fromkeys((word, swiss(word), typed(word))))


_TYPED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _bases_of(noun: str) -> tuple[str, str, str]:
    """The infinitives of which a noun in "ung" may be made."""
    stem = noun.removesuffix("ung")
    return f"{stem}en", f"{stem}n", f"{stem[:-1]}e{stem[-1:]}n"


def _verb(spelt: str) -> Verb:
    particle, _, root = spelt.rpartition("|")
    past, participle = _root_forms(root)
    return Verb(
        base=f"{particle}{root}",
        present=f"{particle}{_present(root)}",
        past=f"{particle}{past}",
        participle=f"{particle}{participle}",
        to_base=f"{particle}zu{root}" if particle else "",
        particle=particle,
        is_weak=spelt in _weak(),
    )


@cache
def _weak() -> frozenset[str]:
    return frozenset(spelling for verb in _WEAK.split() for spelling in spellings(verb))


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    known = {}
    for root, (past, participle) in _IRREGULAR.items():
        spelt = zip(*(_three(form) for form in (root, past, participle)), strict=True)
        known.update({root_: (past_, participle_) for root_, past_, participle_ in spelt})
    return known


def _three(word: str) -> tuple[str, str, str]:
    """The spellings of a word, each in its place; they may be the same."""
    return typed(word), swiss(word), word


def _root_forms(root: str) -> tuple[str, str]:
    """(preterite, participle) of a verb without a particle."""
    if root in _irregular():
        return _irregular()[root]
    prefix = _INSEPARABLE.match(root) or _TYPED_PREFIX.match(root)
    if prefix is not None and (inner := _irregular().get(root[prefix.end() :])) is not None:
        return f"{prefix[0]}{inner[0]}", f"{prefix[0]}{inner[1].removeprefix('ge')}"
    stem = _stem(root)
    link = "e" if _WITH_LINKING_E.search(stem) else ""
    ge = "" if prefix is not None or root.endswith("ieren") else "ge"
    return f"{stem}{link}te", f"{ge}{stem}{link}t"


_TYPED_PREFIX = re.compile(r"ueber(?=\w{4})")


def _stem(root: str) -> str:
    return root.removesuffix("n") if root.endswith(("eln", "ern")) else root.removesuffix("en")


def _present(root: str) -> str:
    return f"{root[:-3]}le" if root.endswith("eln") else f"{_stem(root)}e"
