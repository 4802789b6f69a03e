"""The small words of each language, and which language a text is written in."""

from __future__ import annotations

from resumify.words.token import tokens

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        """a about above across after against all along also although though am among an and any are around as at be
        because been before being below between both but by can could did do does doing down during each either every
        few for from further had has have having he her here hers herself him himself his how i if in into is it its
        itself just me more most my myself neither no nor not now of off on once one only onto or other others our ours
        ourselves out over own per same she should so some such than that the their theirs them themselves then there
        these they this those through throughout to too toward towards under until up upon us using very via was we were
        what when where whether which while who whom whose why will with within without would
        you your yours yourself""".split()
    ),
    "de": frozenset(
        """aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei
        beim bin bis bist da damit dann davon denen deren das dass dein deine dem den denn der des dessen die dies
        diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es euch euer für
        gegen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in
        indem ins ist ja jede jedem jeden jeder jedes kann kein keine keinem keinen keiner können mein meine meinem
        meinen meiner mich mir mit nach nicht noch nun nur ob oder ohne pro sehr sein seine seinem seinen seiner seit
        sich sie sind so sowie über um und uns unser unsere unserem unseren unter vom von vor war waren was weil
        weiter welche welchem welchen welcher wenn wer werde werden wie wir wird wo wurde wurden während zu zum zur
        zwischen""".split()
    ),
    "fr": frozenset(
        """à afin ai avais suis étais ainsi alors après au aucun aucune aussi autre autres aux avant avec avoir ayant
        ce ceci cela celle celles celui ces cet cette ceux chaque chez comme contre d dans de depuis des donc dont du
        elle elles en entre est et étaient était étant été être eu eux fait hors il ils j je jusqu l la le les leur
        leurs lors lui ma mais me mes moi mon même n ne ni non nos notre nous on ont ou où par parmi pas pendant pour
        près puis qu quand que quel quelle qui s sa sans se selon ses si son sont sous sur ta tes toi ton tous tout
        toute toutes tu un une vers via vos votre vous y""".split()
    ),
    "es": frozenset(
        """a al algo ante antes aunque cada como con contra cual cuando de del desde donde durante e el ella ellas ellos
        en entre era eran es esa ese eso esta este esto estos fue fueron ha haber había han hasta la las le les lo los
        más me mi mis muy ni no nos nuestra nuestro o otra otro para pero por porque que se ser si sin sobre son su sus
        también tanto te tiene todo todos tras tu un una uno unos y ya yo""".split()
    ),
    "it": frozenset(
        """a ad agli ai al alla alle allo anche che chi ci come con contro cui da dal dalla dalle degli dei del della
        delle dello di dopo durante e ed era erano fra gli ha hanno ho i il in io la le lo loro lui ma mi mia mio ne nei
        nel nella nelle non o ogni per perché più presso quale quando quello questa questo se sei si sia sono su sua sue
        sui sul sulla suo tra tutti tutto un una uno""".split()
    ),
    "nl": frozenset(
        """aan al alle als bij binnen dan dat de deze die dit door een en er had heb heeft het hij hun ik in is je kan
        maar me meer met mijn na naar niet nog of om onder ons onze ook op over per te tegen tot tussen uit van vanaf
        veel via voor waar was wat we werd werden wie worden wordt ze zich zij zijn zo zoals zonder""".split()
    ),
    "pt": frozenset(
        """a ao aos as até com como contra da das de dela dele do dos durante e ela ele eles em entre era essa esse esta
        este eu foi foram há isso já lhe mais mas me mesmo meu minha muito na nas não nem no nos nossa nosso num numa o
        os ou para pela pelas pelo pelos por qual quando que se sem ser seu seus sob sobre sua suas também tem ter todos
        um uma umas uns""".split()
    ),
    "pl": frozenset(
        """albo ale aby bez być była było były był co czy dla do gdy go i ich im jak jako jego jej jest już która które
        który którzy lub ma mamy mi mnie może można my na nad nam nas nasz nasza nasze nie niż o od on ona one oni oraz
        po pod przed przez przy są się swoje swój ta tak także też te tego tej ten to tu twoje twój tych tym w we wraz z
        za ze że""".split()
    ),
    "tr": frozenset(
        """ama ancak aynı bana bazı ben benim beri bile bir birlikte biz bu bunu bunun çok da daha de değil diye en gibi
        göre hem hep her için ile ise ki kadar mi mı mu ne nasıl o olan olarak oldu olduğu onu onun oysa önce sonra şu
        tarafından üzere üzerinde ve veya ya yani""".split()
    ),
    "sv": frozenset(
        """alla allt att av blev bland bli blir de dem den denna deras dess det detta dig din du efter eller en ett för
        från genom ha hade han har hon i ifrån in inom inte jag kan man med mellan men mig min mot ned ner nu när och om
        oss på sin sina sitt skulle som till under upp ut utan var vara vi vid är även över""".split()
    ),
}
"""Words that carry no claim of their own, per language; also what tells the languages apart."""


def detect_language(*texts: str) -> str:
    """ISO 639-1 code of the language whose function words are most frequent in the first text where any stands; "en"
    where nothing tells."""
    for text in texts:
        words = [token.text.casefold() for token in tokens(text) if len(token.text) > 1]  # "a", "e", "o" tell nothing
        letters = set(text.casefold())
        counts = {
            language: sum(word in known for word in words) + _by_letters(language, letters)
            for language, known in FUNCTION_WORDS.items()
        }
        best = max(counts, key=lambda language: (counts[language], language == "en"))
        if counts[best]:
            return best
    return "en"


def _by_letters(language: str, letters: set[str]) -> float:
    """What settles it where small words leave it open."""
    own = not letters.isdisjoint(_OWN_LETTERS.get(language, ""))
    return 0.4 * own + 0.05 * len(letters.intersection(_SHARED_LETTERS.get(language, "")))


_OWN_LETTERS = {"es": "ñ¿¡", "pl": "łęąśżźćń", "de": "ß", "fr": "œèêç", "pt": "ãõ", "sv": "å", "tr": "ışğ"}
_SHARED_LETTERS = {"es": "áéíóú", "fr": "éàùâîô", "pt": "áéíóúâê", "de": "äöü", "sv": "äö", "tr": "öüç"}
