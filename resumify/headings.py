"""The words of profile pages in many languages: which section a heading opens, what a button unfolds.

A table and its look-up; it knows nothing of HTML. Crawling finds sub-pages by it, reading finds sections.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from resumify.models import Section

_SECTIONS: dict[Section, str] = {
    "basics": (
        "about, about me, summary, profile, professional summary, personal statement, personal profile, info, "
        "über mich, zur person, profil, kurzprofil, zusammenfassung, à propos, infos, résumé, "
        "acerca de, sobre mí, extracto, perfil, perfil profesional, informazioni, chi sono, profilo, sommario, "
        "sobre, sobre mim, resumo, over mij, over, profiel, om, om mig, om meg, tietoja, o mnie, podsumowanie, "
        "o mně, profil zawodowy, rólam, despre, hakkında, о себе, обо мне, общие сведения, про себе, 概要, 自己紹介, "
        "个人简介, 关于, 소개, نبذة, σχετικά"
    ),
    "work": (
        "experience, work experience, professional experience, work history, employment, employment history, career, "
        "career history, positions, positions held, jobs, relevant experience, work, professional background, "
        "berufserfahrung, berufliche erfahrung, beruflicher werdegang, werdegang, berufspraxis, berufstätigkeit, "
        "arbeitserfahrung, praxiserfahrung, berufliche stationen, expérience, expériences, expérience professionnelle, "
        "expériences professionnelles, parcours professionnel, emplois, experiencia, experiencia laboral, "
        "experiencia profesional, trayectoria profesional, esperienza, esperienze, esperienza lavorativa, "
        "esperienze lavorative, esperienza professionale, esperienze professionali, experiência, "
        "experiência profissional, experiências profissionais, ervaring, werkervaring, loopbaan, erfarenhet, "
        "arbetslivserfarenhet, yrkeserfarenhet, erfaring, arbejdserfaring, arbeidserfaring, erhvervserfaring, "
        "työkokemus, kokemus, doświadczenie, doświadczenie zawodowe, zkušenosti, pracovní zkušenosti, praxe, praxis, "
        "pracovné skúsenosti, tapasztalat, munkatapasztalat, szakmai tapasztalat, experiență, "
        "experiență profesională, опыт, опыт работы, досвід, досвід роботи, трудов стаж, професионален опит, "
        "radno iskustvo, iskustvo, delovne izkušnje, deneyim, iş deneyimi, εμπειρία, επαγγελματική εμπειρία, "
        "職歴, 職務経歴, 工作经历, 工作經歷, 工作经验, 경력, 경력사항, الخبرة, الخبرات, ניסיון, ניסיון תעסוקתי, "
        "pengalaman, pengalaman kerja, kinh nghiệm, kinh nghiệm làm việc"
    ),
    "volunteer": (
        "volunteering, volunteer experience, volunteer work, voluntary work, volunteer, community service, "
        "volunteering experience, volunteering experiences, ehrenamt, ehrenamtliche tätigkeit, "
        "ehrenamtliche tätigkeiten, ehrenamtliches engagement, engagement, bénévolat, expérience de bénévolat, "
        "expériences de bénévolat, voluntariado, volontariato, trabalho voluntário, vrijwilligerswerk, "
        "volontärarbete, frivilligt arbejde, frivillig, vapaaehtoistyö, wolontariat, dobrovolnictví, önkéntesség, "
        "волонтёрство, волонтерство, gönüllülük"
    ),
    "education": (
        "education, education and training, academic background, academic history, studies, qualifications, "
        "ausbildung, bildung, bildungsweg, studium, schulbildung, akademischer werdegang, ausbildung und studium, "
        "formation, formations, éducation, études, diplômes, parcours académique, educación, formación, "
        "formación académica, estudios, istruzione, formazione, istruzione e formazione, studi, educação, formação, "
        "formação acadêmica, formação académica, escolaridade, opleiding, opleidingen, onderwijs, utbildning, "
        "uddannelse, utdanning, utdannelse, koulutus, wykształcenie, edukacja, vzdělání, vzdelanie, tanulmányok, "
        "végzettség, educație, studii, образование, освіта, obrazovanje, izobrazba, eğitim, εκπαίδευση, 学歴, "
        "教育经历, 教育背景, 教育, 학력, التعليم, השכלה, pendidikan, học vấn"
    ),
    "projects": (
        "projects, project, key projects, selected projects, side projects, personal projects, projekte, "
        "projektarbeit, projets, proyectos, progetti, projetos, projecten, projekt, prosjekter, prosjekt, "
        "projektit, projekty, projektek, proiecte, проекты, проєкти, projeler, プロジェクト, 项目, 项目经历, 프로젝트"
    ),
    "skills": (
        "skills, key skills, core skills, technical skills, competencies, core competencies, expertise, "
        "areas of expertise, top skills, skills and endorsements, skills and expertise, technologies, tools, "
        "technical expertise, kenntnisse, fähigkeiten, kompetenzen, kenntnisse und fähigkeiten, fachkenntnisse, "
        "fähigkeiten und kenntnisse, "
        "kernkompetenzen, it-kenntnisse, edv-kenntnisse, compétences, compétences techniques, savoir-faire, "
        "aptitudes, habilidades, competencias, conocimientos, aptitudes y conocimientos, competenze, "
        "competenze tecniche, capacità, competências, competências técnicas, vaardigheden, kompetenser, "
        "kompetencer, ferdigheter, kompetanse, taidot, osaaminen, umiejętności, dovednosti, schopnosti, zručnosti, "
        "készségek, competențe, abilități, навыки, ключевые навыки, навички, умения, vještine, vešine, yetenekler, "
        "beceriler, δεξιότητες, スキル, 技能, 专业技能, 보유기술, 기술, المهارات, מיומנויות, keahlian, kỹ năng"
    ),
    "certificates": (
        "certifications, certificates, certification, licenses, licences, licenses and certifications, "
        "licences and certifications, certifications and licenses, professional certifications, "
        "courses and certificates, bescheinigungen und zertifikate, zertifikate, zertifizierungen, bescheinigungen, "
        "weiterbildung, weiterbildungen, licences et certifications, certificats, certificaciones, "
        "licencias y certificaciones, certificados, certificazioni, licenze e certificazioni, certificati, "
        "certificações, licenças e certificados, certificaten, certificeringen, licenties en certificaten, "
        "certifikat, certifikater, licenser och certifikat, sertifikater, sertifikaatit, certyfikaty, "
        "licencje i certyfikaty, certifikáty, osvědčení, tanúsítványok, certificări, сертификаты, сертифікати, "
        "sertifikalar, πιστοποιήσεις, 資格, 证书, 자격증, الشهادات"
    ),
    "awards": (
        "awards, honors and awards, honours and awards, honors, honours, awards and honors, prizes, scholarships, "
        "auszeichnungen, preise, auszeichnungen und preise, preise und auszeichnungen, stipendien, prix, "
        "prix et distinctions, distinctions, premios, reconocimientos y premios, premi, riconoscimenti e premi, "
        "prêmios, prémios, prijzen, utmärkelser, priser, palkinnot, nagrody, ocenění, díjak, premii, награды, "
        "нагороди, ödüller, 受賞歴, 荣誉奖项, 수상"
    ),
    "publications": (
        "publications, selected publications, papers, articles, veröffentlichungen, publikationen, "
        "publicaciones, pubblicazioni, publicações, publicaties, publikationer, publikasjoner, julkaisut, publikacje, "
        "publikace, publikációk, publicații, публикации, публікації, yayınlar, δημοσιεύσεις, 論文, 出版物, 논문"
    ),
    "languages": (
        "languages, language skills, sprachen, sprachkenntnisse, langues, idiomas, lenguas, lingue, "
        "competenze linguistiche, conoscenze linguistiche, línguas, talen, talenkennis, språk, språkkunskaper, sprog, "
        "kielet, kielitaito, języki, znajomość języków, jazyky, jazykové znalosti, nyelvek, nyelvtudás, limbi, "
        "limbi străine, языки, знание языков, мови, езици, jezici, jeziki, diller, yabancı diller, γλώσσες, 言語, "
        "语言, 語言能力, 언어, اللغات, שפות, bahasa, ngôn ngữ"
    ),
    "interests": (
        "interests, hobbies, hobbies and interests, interests and hobbies, interessen, hobbys, hobbys und interessen, "
        "interessen und hobbys, centres d'intérêt, loisirs, intereses, aficiones, interessi, hobby, interesses, "
        "interesser, intressen, kiinnostuksen kohteet, harrastukset, zainteresowania, zájmy, érdeklődés, interese, "
        "интересы, інтереси, ilgi alanları, ενδιαφέροντα, 趣味, 兴趣爱好, 취미"
    ),
    "references": (
        "references, recommendations, testimonials, referenzen, empfehlungen, références, recommandations, "
        "referencias, recomendaciones, referenze, segnalazioni, referências, recomendações, referenties, "
        "aanbevelingen, referenser, rekommendationer, referanser, anbefalinger, suosittelijat, referencje, "
        "rekomendacje, reference, doporučení, referenciák, referințe, рекомендации, рекомендації, referanslar"
    ),
}

_CONTACT = (
    "contact, contact details, contact information, contact me, get in touch, personal details, personal information, "
    "personal data, details, kontakt, kontaktdaten, persönliche daten, persönliches, angaben zur person, coordonnées, "
    "contacter, informations personnelles, état civil, contacto, datos personales, datos de contacto, contatti, "
    "dati personali, contatto, contato, dados pessoais, contactgegevens, persoonlijke gegevens, persoonsgegevens, "
    "kontaktuppgifter, personuppgifter, kontaktoplysninger, kontaktinformasjon, yhteystiedot, dane osobowe, "
    "osobní údaje, kontaktné údaje, személyes adatok, date personale, контакты, личные данные, контакти, iletişim, "
    "επικοινωνία, 連絡先, 联系方式, 个人信息, 연락처, معلومات الاتصال, פרטי קשר, kontak, liên hệ"
)
_TITLES = (
    "curriculum vitae, curriculum, cv, c v, vita, lebenslauf, tabellarischer lebenslauf, resume, hoja de vida, "
    "currículo, levensloop, meritförteckning, ansioluettelo, życiorys, životopis, önéletrajz, резюме, özgeçmiş, "
    "βιογραφικό σημείωμα, 履歴書, 職務経歴書, 简历, 个人简历, 이력서, السيرة الذاتية, קורות חיים, "
    "europass curriculum vitae"
)

UNFOLD = (
    *("show more", "see more", "load more", "view more", "read more", "more…", "more...", "…more", "...more"),
    *("show all", "see all", "view all", "…see more", "… more", "expand"),
    *("mehr anzeigen", "mehr laden", "weitere anzeigen", "alle anzeigen", "mehr sehen", "weiterlesen", "…mehr"),
    *("afficher plus", "voir plus", "en voir plus", "charger plus", "tout afficher", "lire la suite", "…voir plus"),
    *("ver más", "mostrar más", "cargar más", "mostrar todo", "…ver más", "mostra altro", "vedi altro", "mostra tutto"),
    *("carica altro", "…altro", "ver mais", "mostrar mais", "carregar mais", "exibir mais", "meer weergeven"),
    *(
        "meer tonen",
        "toon meer",
        "meer laden",
        "visa mer",
        "visa fler",
        "vis mer",
        "vis mere",
        "se mere",
        "näytä lisää",
    ),
    *(
        "pokaż więcej",
        "zobacz więcej",
        "zobrazit více",
        "načíst další",
        "zobraziť viac",
        "továbbiak",
        "több megjelenítése",
    ),
    *("afișați mai mult", "vezi mai mult", "показать ещё", "показать еще", "показать больше", "показати більше"),
    *(
        "daha fazla",
        "prikaži više",
        "εμφάνιση περισσότερων",
        "もっと見る",
        "さらに表示",
        "显示更多",
        "查看更多",
        "더 보기",
        "더보기",
    ),
    *("عرض المزيد", "הצג עוד", "tampilkan lainnya", "xem thêm"),
)
"""How buttons begin that show more of the same page; "Show 3 more" counts as "show more"."""

_WHOSE = re.compile(r"\s(?:von|of|de|di|van)(?:\s[A-ZÀ-Þ][^\s,]*){2,4}\s*$")  # "Ausbildung von Nils Brandt"


def section_of(heading: str) -> Section | None:
    """The section that a heading (or the last step of an address) opens, None where it is none that we know."""
    words = _fold(_WHOSE.sub("", heading))
    return _table().get(words) or _table().get(words.replace("-", " "))


def is_contact(heading: str) -> bool:
    """Tell whether the heading stands over ways to reach the person."""
    return _fold(heading) in _folded(_CONTACT)


def is_document_title(line: str) -> bool:
    """Tell whether the line only says what kind of document this is ("Curriculum Vitae")."""
    return _fold(line) in _folded(_TITLES)


def unfolds(label: str) -> bool:
    """Tell whether a button or link with this label shows more of the same."""
    folded = _fold(label, keep_dots=True)
    return any(folded.startswith(start) for start in UNFOLD)


@cache
def _table() -> dict[str, Section]:
    return {_fold(word): section for section, words in _SECTIONS.items() for word in words.split(", ")}


@cache
def _folded(words: str) -> frozenset[str]:
    return frozenset(map(_fold, words.split(", ")))


def _fold(text: str, keep_dots: bool = False) -> str:
    """Lower case, without counts, punctuation, emoji and the different ways to say "and"."""
    text = unicodedata.normalize("NFC", text).casefold().replace("’", "'").replace("&", " and ")
    text = re.sub(r"\(\s*\d+\s*\)|\d+", " ", text)
    if not keep_dots:
        text = "".join(c if c.isalnum() or c in " -'" or unicodedata.category(c).startswith("M") else " " for c in text)
    text = re.sub(r"\b(?:und|et|y|e|en|och|og|i|a|és|și|и|ve|και)\b", "and", text)
    return re.sub(r"\s+", " ", text).strip(" -")
