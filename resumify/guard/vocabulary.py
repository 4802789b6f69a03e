"""The closed word lists of the claim classes, in English, German and French (some in more languages).

A word list here either makes the guard look closer, or says that a word claims nothing. What people work with - tools,
trades, employers - is never listed: whatever a fact does not say is unsupported, known or not.
"""

from __future__ import annotations

from resumify.words import FUNCTION_WORDS


def _set(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


NEGATORS = _set(
    """not no never without none neither nor nobody nothing zero non cannot
    nicht kein keine keinem keinen keiner keines ohne nie niemals weder null
    pas sans aucun aucune jamais ni non rien guère
    sin nunca ningún ninguna ninguno nada senza mai nessun nessuna nessuno niet geen nooit zonder sem nunca nenhum
    nenhuma inte utan aldrig ingen inga nie bez żaden żadna değil hiç"""
)
"""Words that turn a statement round."""

UNDONE = _set(
    """fail failed failing fails avoid avoided avoiding prevent prevented preventing refuse refused decline declined
    lack lacked lacking unable unsuccessful unsuccessfully hardly barely almost nearly attempt attempted attempting try
    tried trying plan planned planning intend intended intending propose proposed proposing aim aimed aiming hope hoped
    hoping want wanted wanting seek sought seeking wish wished pending upcoming eventually cancelled canceled abandoned
    rejected instead stop stopped cease ceased would could might should
    gescheitert scheiterte vermieden vermied verhindert verhinderte versucht versuchte versuchen geplant geplante plante
    beabsichtigt vorgeschlagen fast beinahe angestrebt erfolglos abgelehnt abgebrochen sollte wollte
    échoué évité éviter empêché refusé tenté tenter prévu envisagé envisager proposé presque visant annulé abandonné"""
)
"""Words after which a thing was not done, or not yet."""

ENDED = _set(
    """broken cancelled canceled abandoned aborted rejected discontinued withdrawn dropped unfinished incomplete failed
    abgebrochen abgelehnt gescheitert eingestellt verworfen annulé annulée abandonné abandonnée refusé refusée
    interrompu interrompue cancelado cancelada abandonado abandonada"""
)
"""Words that say at the end of a clause that what stands before them did not come to be."""

LIMITS = _set(
    """deputy assistant acting interim junior trainee vice co associate former aspiring partial partially potential
    prospective candidate unofficial basic elementary limited beginner intermediate simulated mock pilot prototype draft
    part passive some occasional occasionally sometimes partly mostly mainly largely working intern apprentice student
    stellvertretend stellvertretende stellvertretender stellvertretenden kommissarisch kommissarische angehende
    angehender teilweise gelegentlich grundlegende erste ersten praktikant praktikantin auszubildende auszubildender
    werkstudent werkstudentin assistenz vize
    adjoint adjointe stagiaire apprenti apprentie vice assistante intérimaire intérim notions partiel partielle partie
    parfois occasionnel occasionnellement débutant débutante élémentaire"""
)
"""Words that make the word after them less; who leaves them out claims more."""

CLAIMING = NEGATORS | _set(
    """all every each entire whole only most more over first own same very several many few other once again twice
    before after until since under above below against despite alone single sole always because therefore thus
    hence again any both further out off up down most much such less least
    alle allem allen aller alles jede jedem jeden jeder jedes ganz ganze ganzen gesamt gesamte gesamten sämtliche nur
    mehr über unter viele viel mehrere einige erste erster ersten eigene eigenen eigener allein alleinig immer weil vor
    nach seit bis während gegen andere anderen anderer beide daher deshalb dadurch sodass
    tout toute toutes tous chaque seul seule plus moins premier première même plusieurs autre autres avant après depuis
    jusqu pendant sous contre toujours parce donc ainsi car propre
    todo toda todos todas cada solo más menos primer primera mismo antes después desde hasta sobre bajo contra siempre
    tutto tutta tutti tutte ogni solo più meno primo prima stesso dopo fino sotto contro sempre
    alle elke ieder alleen meer minder eerste zelfde voor na sinds tot onder tegen altijd
    todo toda todos todas cada só mais menos primeiro mesmo antes depois desde até sob contra sempre
    alla varje hela endast mer första samma före efter sedan under mot alltid hep çok önce sonra sadece beri"""
)
"""Function words that nevertheless say something: how much, in which order, whether at all."""

_LIGHT = {
    "en": """perform performed performing performs conduct conducted conducting carry carried carrying work worked
    working works provide provided providing serve served serving undertake undertook include
        included including includes involving namely regularly per via etc e.g i.e based well addition additionally
        did do does doing done made make making been together personally saw experience being
        during whilst throughout regarding concerning alongside amongst altogether overall acted worth totalling
        totaling holding holds purpose purposes""",
    "de": """durchgeführt durchführen durchführte Durchführung erledigt erledigte gearbeitet arbeitete arbeiten tätig
        vorgenommen inklusive einschließlich darunter sowie bzw z.B u.a regelmäßig insbesondere dabei hierbei
        gemeinsam zusammen lag lagen liegt betrug betrugen beträgt
        innerhalb lang hinsichtlich bezüglich mittels anhand seitens infolge samt nebst""".casefold(),
    "fr": """réalisé réalise réaliser réalisation effectué effectue effectuer assuré assure assurer travaillé travaille
        travailler notamment dont y compris etc régulièrement fait faire
        durant lors auprès destination envers parmi via afin voire concernant titre""",
}
"""Verbs and fillers that add nothing to the noun they come with."""
_ADDING = _set("personally")
PERFORMING = _set(
    """perform performed performing conduct conducted conducting undertook undertaken carried durchgeführt durchführte
    réalisé réalise effectué effectue"""
)
"""Those that say that the person did what the noun names."""

FREE = {
    language: (FUNCTION_WORDS.get(language, frozenset()) | _set(_LIGHT.get(language, ""))) - CLAIMING - _ADDING
    for language in FUNCTION_WORDS
}
"""language -> words that a rewrite may add or drop at will."""

FREE_ANYWHERE = _set("i & a") - CLAIMING
WEAK = {
    1: _set(
        """observe observed observing shadow shadowed shadowing attend attended attending learn learned learnt learning
        study studied studying familiar familiarity exposure exposed understanding knowledge interested
        hospitiert hospitation hospitierte gelernt kennengelernt beobachtet teilgenommen kenntnisse einblick einblicke
        observé observation appris apprentissage découvert découverte connaissance connaissances initiation"""
    ),
    2: _set(
        """help helped helping helps assist assisted assisting assistance aid aided aiding support supported supporting
        supports
        half geholfen hilft helfen mithilfe mitgeholfen unterstützt unterstützte unterstützen unterstützung assistiert
        assistierte assistenz
        aidé aide aider assisté assister assistance soutenu soutien appuyé appui épaulé"""
    ),
    3: _set(
        """contribute contributed contributing contribution contributions contributor contributors participant
        participate participated participating
        participation involve involved involvement collaborate collaborated collaborating collaboration member
        mitgewirkt mitwirkung mitwirken mitwirkte mitarbeitete beitrug teilnahm zuarbeitete beteiligt beteiligung
        mitarbeit mitgearbeitet beigetragen beitrag mitglied
        zugearbeitet
        contribué contribution contribuer participé participation participer collaboré collaboration impliqué membre"""
    ),
}
"""Strength -> words that say a lesser part than doing it: 1 watched or learned, 2 helped, 3 took part. Doing is 4."""

STANDING_IN = _set(
    """vertretungsweise aushilfsweise interimsweise temporarily
    substitute substituted substituting deputise deputised deputising deputize deputized deputizing covering covered
    stood vertretung stellvertretung vertrat vertrete vertreten remplacement remplacé remplace suppléance"""
)
"""Words of doing another's work for a time."""

WEAK_PHRASES = {
    r"(?<!as )part of|as part of (?:a|the|our) (?:\w+ )?(?:team|group|crew)": 3,
    r"took part|tak(?:e|en|ing) part|work(?:ed|ing) (?:on|with)|teil (?:eines|des|der)|im team": 3,
    r"(?:first|initial|some) (?:hands-on |practical )?experience|erste (?:praktische )?erfahrung(?:en)?": 1,
    r"première expérience|premières expériences": 1,
    r"in einem team|membre d|au sein d|pris part|prend part": 3,
    r"(?:team|group|crew|department|committee|panel|board|jury|council|équipe|gruppe|comité|gremium|ausschuss)"
    r"(?: of \d+)?(?: \w+)?,? (?:that|which|who|qui|das|die)": 3,
    r"in (?:(?:my|the|his|her|our) )?(?:[\w'-]+ ){0,2}?absence|in abwesenheit|in urlaubsvertretung|en l'absence": 3,
    r"(?:supervised|guided|directed|instructed) by": 2,
    r"under (?:[\w'.]+ ){0,4}?(?:supervision|direction|guidance|leadership|instruction)": 2,
    r"unter (?:\w+ ){0,3}?(?:anleitung|aufsicht|leitung)|sous (?:la |l')?(?:direction|supervision|responsabilité)": 2,
}
"""Patterns of the same."""

LEVELS = _set(
    """advanced fluent excellent expert strong proficient native good intermediate very sehr gute fortgeschrittene
    fließend maîtrise courant bonne bonnes"""
)
"""Words that begin a new grade of knowledge in a list."""

COMMAND = {
    "en": """lead led leading manage managed manages managing head headed heading direct directed directs directing
        supervise supervised supervises supervising oversee oversaw oversees overseeing chair chaired chairing
        own owned owns owning found founded founding spearhead spearheaded run ran running coordinate coordinated
        coordinating coordinates command commanded commanding establish established mentor mentored mentoring coach
        coached coaching train trained training teach taught teaching initiate initiated""",
    "de": """leitete leite geleitet leitend leiten führte geführt führe führen verantwortete verantwortet verantworte
        gründete gegründet koordinierte koordiniert schulte geschult steuerte gesteuert""",
    "fr": """dirigé dirige dirigeait encadré encadre géré gère gérais piloté pilote fondé animé supervisé coordonné
        formé""",
}
"""Forms of verbs that put a person in charge of something."""
COMMAND_NOUNS = _set(
    """management leadership supervision direction lead head chair manager director supervisor coordinator
    coordination command founder coach trainer mentor teacher
    leitung führung verantwortung leiter leiterin führungskraft koordination gründer gründerin
    direction encadrement gestion pilotage directeur directrice responsable chef cheffe"""
)

TITLES = _set(
    """manager director head chief lead leader principal senior officer president vp ceo cto cfo coo cio founder
    cofounder partner executive supervisor foreman superintendent administrator coordinator consultant specialist
    analyst engineer developer architect scientist professor lecturer teacher nurse sister doctor physician surgeon
    chef cook accountant controller auditor lawyer attorney solicitor electrician technician designer editor
    representative agent secretary owner expert guru pharmacist librarian translator dentist pilot judge midwife
    prosecutor stylist
    therapist psychologist surveyor plumber carpenter driver firefighter assistant instructor trainer coach captain
    registrar bursar dean warden matron curator broker buyer recruiter tutor governor treasurer paramedic optician
    hygienist radiographer physiotherapist counsellor counselor detective sergeant constable lieutenant commander
    postdoc vet veterinarian interpreter barrister notary paralegal producer photographer journalist illustrator
    economist statistician chemist biologist physicist programmer technologist strategist planner inspector chairman
    chairwoman
    psychologe psychologin richter richterin notar notarin psychotherapeut psychotherapeutin tierarzt tierärztin
    kommissar kommissarin filialleiter filialleiterin betriebswirt betriebswirtin dozent dozentin
    arzt ärztin anwalt anwältin rechtsanwalt rechtsanwältin steuerberater steuerberaterin lehrer lehrerin koch köchin
    erzieher erzieherin apotheker apothekerin architekt architektin
    psychologue juge vétérinaire interprète conservateur conservatrice rédacteur rédactrice formateur formatrice
    jefe jefa director directora gerente supervisora encargado encargada ingeniero ingeniera médico médica enfermero
    enfermera abogado abogada profesor profesora coordinador coordinadora psicólogo psicóloga traductor traductora
    direttore direttrice ingegnere avvocato infermiere kierownik kierowniczka dyrektor dyrektorka inżynier hoofd leider
    teamleider müdür mühendis doktor avukat
    médecin avocat avocate comptable professeur pharmacien pharmacienne enseignant enseignante architecte notaire
    leiter leiterin teamleiter teamleiterin abteilungsleiter abteilungsleiterin geschäftsführer geschäftsführerin
    direktor direktorin vorstand chefarzt oberarzt meister meisterin ingenieur ingenieurin referent referentin
    referatsleiter projektleiter projektleiterin gründer gründerin experte expertin küchenchef
    directeur directrice responsable chef cheffe gérant gérante cadre ingénieur ingénieure fondateur fondatrice
    président présidente expert experte infirmier infirmière cadre"""
)
DEGREES = _set(
    """mphil mres edd llb hnd hnc btec bts dut
    phd ph.d dphil doctorate doctoral doctor master masters master's msc m.sc ma mba meng bachelor bachelors
    bachelor's bsc b.sc ba b.a beng degree diploma graduate graduated honours postgraduate postdoc
    promotion promoviert promovierte doktor dr diplom magister staatsexamen bachelorabschluss masterabschluss abitur
    doktortitel hochschulabschluss studium
    doctorat docteur licence maîtrise diplôme diplômé diplômée bac ingénieur"""
)
CERTIFICATES = _set(
    """certified certificate certificates certification certifications certify licensed license licence licenced
    accredited accreditation registered registration chartered qualified qualification badge pmp prince2 cissp cpa acca
    cima cfa ccna itil scrummaster nebosh iosh acls bls haccp ipaf pasma csm aws-certified award awards awarded prize
    medal honour honoured winner fellow fellowship
    zertifiziert zertifizierte zertifizierter zertifikat zertifikate zertifizierung zugelassen zulassung approbation
    meisterbrief preis auszeichnung ausgezeichnet ausgezeichnete gewinner
    certifié certifiée certificat certification agréé agréée habilitation habilité diplôme prix lauréat lauréate
    récompense récompensé"""
)
SCOPE = _set(
    """company group global globally worldwide international internationally national
    nationally nationwide europe european enterprise companywide corporate entire whole all every each industry
    department division region regional country countries continent market markets team-wide cross-functional
    multinational strategic total sole solely single-handedly singlehandedly independently autonomously alone fully
    complete completely always only first best largest leading top
    unternehmen unternehmensweit konzern konzernweit weltweit international europaweit bundesweit deutschlandweit global
    alle allen sämtliche gesamte gesamten ganze ganzen eigenständig alleinverantwortlich selbstständig vollständig immer
    einzige beste größte branche abteilung bereich
    entreprise société groupe mondial mondiale mondialement international internationale national nationale europe
    européen tous toutes tout toute entier entière ensemble totalité seul seule autonomie meilleur meilleure"""
)
AS, AT = _set("as als comme como come"), _set("at bei beim chez en presso joined")

BOUNDS = {
    "more": ("more than", "over", "above", "at least", "exceeding", "upwards of", "mehr als", "über", "mindestens",
             "plus de", "au moins", "más de", "oltre", "meer dan", "mais de", "minimum"),
    "less": ("less than", "under", "below", "fewer than", "up to", "as many as", "as much as", "at most",
             "nearly", "almost", "close to", "maximum",
             "bis zu", "bis", "weniger als", "unter", "fast", "knapp", "höchstens", "maximal",
             "jusqu'à", "moins de", "presque", "au plus", "hasta", "casi", "fino a", "quasi", "tot", "bijna"),
}  # fmt: skip
"""What may stand before a number and moves it to one side."""
ABOUT = ("about", "around", "approximately", "approx", "roughly", "circa", "ca", "some", "etwa", "rund", "ungefähr",
         "environ", "près de", "unos", "circa", "ongeveer", "cerca de", "~")  # fmt: skip
FROM, TO, BY = _set("from von vom de depuis da van desde"), _set("to auf zu à bis naar"), _set("by um")
PARTICLES = _set("ab an auf aus bei durch ein fort her hin mit nach teil um vor weg weiter zu zurück zusammen")
"""What German parts from its verb."""
INTO = TO | _set("into ins in vers en nach naar")
BROAD = _set(
    """all every each entire whole alle allen aller alles sämtliche gesamte gesamten ganze ganzen jede jeder jedes jeden
    tous toutes tout toute chaque todos todas tutti tutte alle national international regional global european
    worldwide nationwide nationale nationalen internationale internationalen regionale regionalen globale globalen
    nationaux internationaux régional régionale mondial mondiale européen européenne européens"""
)
"""Words that say how far the next noun reaches."""
GRADES = _set(
    """fluent native bilingual proficient business basic conversational intermediate advanced a1 a2 b1 b2 c1 c2
    fließend fließende muttersprache verhandlungssicher verhandlungssicheres grundkenntnisse
    courant bilingue maternelle notions fluido nativo fluente madrelingua"""
)
"""Words that grade a skill or language."""
UP = _set(
    """increase increased increasing raise raised raising grow grew grown growing growth boost boosted lift lifted
    lifting gain gained rise
    rose up more higher improve improved extend extended steigern gesteigert steigerte steigerung erhöhen erhöht erhöhte
    mehr wachstum augmenté augmente augmentation accru hausse croissance"""
)
DOWN = _set(
    """reduce reduced reducing reduction cut cutting lower lowered lowering decrease decreased drop dropped fall fell
    falling shorten shortened decline declined down less fewer halve halved senken gesenkt senkte senkung reduziert
    reduzierte verringert verringerte rückgang weniger réduit réduire réduction diminué diminution baissé baisse"""
)
CAUSAL = _set(
    """because therefore thereby thus hence consequently resulting causing enabling weil daher deshalb dadurch sodass
    somit wodurch folglich parce donc ainsi grâce permettant entraînant"""
)

_MONTHS = """january jan januar jänner janvier janv enero gennaio januari|february feb februar février févr febrero
febbraio februari|march mar märz mars marzo maart|april apr avril avr abril aprile|may mai mayo maggio mei|june jun juni
juin junio giugno|july jul juli juillet juil julio luglio|august aug août agosto augustus|september sep sept septembre
septiembre settembre|october oct oktober okt octobre octubre ottobre|november nov novembre noviembre|december dec
dezember dez décembre déc diciembre dicembre"""
TIME_SPANS = _set(
    """day days week weeks month months quarter quarters year years shift shifts hour hours tag woche monat quartal jahr
    schicht stunde night nights nacht nuit soir evening morning matin abend jour semaine mois trimestre an année
    heure"""
)
SOME_TIMES = _set(
    """monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday
    sundays weekend weekends absence holidays part-time seasonal temporarily
    montag montags dienstag dienstags mittwoch mittwochs donnerstag donnerstags freitag freitags samstag samstags
    sonntag sonntags wochenende wochenenden abwesenheit urlaub urlaubsvertretung teilzeit
    lundi mardi mercredi jeudi vendredi samedi dimanche week-end"""
)
"""Times at which somebody is in charge who is not so at others."""
MONTHS = {name: index for index, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
