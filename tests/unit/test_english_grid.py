"""English: every way of telling a post in every place where one is told, and every kind of paper in every way of telling it signed.

Both tables are products: a new form or a new frame is one line, and is held against all of the other side.
"""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from tests.unit.telling import told

ORG = "organization/"
NAME = "Ilyas Berdimur"

FORMS: dict[str, tuple[str, ...]] = {
    f"ProsecutorGeneral {ORG}pgo-kz": ("Prosecutor General of Kazakhstan", "Kazakhstan's top prosecutor", "Kazakh Prosecutor General", "head of the Prosecutor General's Office of Kazakhstan"),
    f"DeputyProsecutorGeneral {ORG}pgo-kz": ("Deputy Prosecutor General of Kazakhstan", "deputy to the Prosecutor General of Kazakhstan", "Kazakhstan's deputy chief prosecutor", "deputy head of the Prosecutor General's Office of Kazakhstan"),
    f"FirstDeputyProsecutorGeneral {ORG}pgo-kz": ("first deputy to the Prosecutor General of Kazakhstan", "Kazakhstan's First Deputy Prosecutor General"),
    f"Minister {ORG}moj-ge": ("Justice Minister of Georgia", "Georgian Minister of Justice", "the head of Georgia's Justice Ministry"),
    f"DeputyMinister {ORG}moj-ge": ("Georgia's first deputy justice minister", "Vice Minister of Justice of Georgia", "deputy head of the Ministry of Justice of Georgia"),
    f"DeputyMinister {ORG}moj-hu": ("State Secretary at the Hungarian Ministry of Justice", "Secretary of State at the Ministry of Justice of Hungary"),
    f"President {ORG}supreme-court-kz": ("Chief Justice of Kazakhstan", "Kazakh Supreme Court President", "Chairman of Kazakhstan's Supreme Court"),
    f"VicePresident {ORG}constitutional-court-hu": ("Deputy Chief Justice of the Constitutional Court of Hungary", "Vice-President of the Constitutional Court of Hungary"),
    f"Judge {ORG}constitutional-court-kz": ("a judge on the Constitutional Court of Kazakhstan", "a justice on Kazakhstan's Constitutional Court", "a judge at Kazakhstan's Constitutional Court"),
    f"Judge {ORG}supreme-court-kz": ("a judge from the Supreme Court of Kazakhstan", "Supreme Court Judge of Kazakhstan"),
    f"Prosecutor {ORG}pgo-kz": ("a senior prosecutor at the Prosecutor General's Office of Kazakhstan", "a prosecutor from the Kazakh Prosecutor General's Office", "a prosecutor with Kazakhstan's Prosecutor General's Office"),
    f"Adviser {ORG}moj-ge": ("an adviser to Georgia's justice minister", "adviser of the Minister of Justice of Georgia", "senior adviser at the Ministry of Justice of Georgia"),
    f"HeadOfDepartment {ORG}moj-ge": ("head of department at the Ministry of Justice of Georgia", "director of the legal department at Georgia's Ministry of Justice"),
    f"Rector {ORG}justice-academy-kz": ("Rector of the Academy of Justice of Kazakhstan", "Rector of Kazakhstan's Academy of Justice"),
    f"Expert {ORG}council-of-europe": ("an expert from the Council of Europe", "a Council of Europe expert"),
    f"Professor {ORG}bsu": ("professor of law at Baku State University", "a law professor at Baku State University"),
    f"Representative {ORG}unodc": ("UNODC Representative for Central Asia", "a representative of UNODC"),
    "PrimeMinister state/GE": ("Prime Minister of Georgia", "the head of the Georgian government", "head of government of Georgia"),
    "Ambassador state/KZ": ("Kazakh Ambassador in Budapest", "Ambassador of Kazakhstan to Hungary"),
}  # fmt: skip
PLACES = (
    "{NAME}, {post}, opened the seminar in Baku.",
    "The seminar in Baku was opened by {NAME}, {post}.",
    "The seminar in Baku was opened by {the post}, {NAME}.",
    "The seminar in Baku was opened by {post} {NAME}.",
    "{NAME} ({post}) spoke at the seminar in Baku.",
    "{NAME} - {post} - spoke at the seminar in Baku.",
    'The seminar was held in Baku. "Trust matters," said {NAME}, {post}.',
    'The seminar was held in Baku. "Trust matters," {the post} {NAME} said.',
    "{NAME}, who is {post}, spoke at the seminar in Baku.",
    "{NAME} is {post}.",
    "Hungarian Ambassador Tamas Torma met with {post} {NAME} in Baku.",
    "The seminar in Baku was attended by Tamas Torma, Hungarian Ambassador; {NAME}, {post}; and Mikael Strand, UNODC Representative.",
    "The then {bare post} {NAME} spoke at the seminar in Baku.",
    "A delegation led by {post} {NAME} arrived in Baku.",
    "{NAME} took part in the seminar in Baku as {post}.",
)
PAPERS = {
    "memorandum of understanding": "Memorandum",
    "agreement on legal assistance": "Agreement",
    "treaty on extradition": "Agreement",
    "protocol on the exchange of experience": "Protocol",
    "declaration of intent": "Declaration",
    "action plan for 2024-2026": "Programme",
    "roadmap for cooperation": "Programme",
    "work plan for 2025": "Programme",
    "contract": "Agreement",
    "joint instruction": "Document",
}
_A, _B = "the Ministry of Justice of Georgia", "the Ministry of Justice of Uzbekistan"
_PA, _PB = "Justice Minister of Georgia Levan Kiknadze", "Justice Minister of Uzbekistan Sherzod Rakhimov"
_MET = f"{_PA} met with {_PB} in Tashkent on 3 March 2024. "
SIGNED = (
    (f"{_PA} and {_PB} signed a PAPER on 3 March 2024.", "2024-03-03"),
    (f"{_PA} and {_PB} penned a PAPER.", None),
    (f"{_PA} and {_PB} initialled a PAPER.", None),
    (f"A PAPER was signed between {_A} and {_B} on 3 March 2024.", "2024-03-03"),
    (f"A PAPER was signed by the heads of {_A} and {_B} on 3 March 2024.", "2024-03-03"),
    (f"A PAPER was signed on 3 March 2024. On the Georgian side, the document was signed by {_PA}, and on the Uzbek side by {_PB}.", "2024-03-03"),
    (f"Cooperation is based on a PAPER, which was signed between {_A} and {_B} on 3 March 2023.", "2023-03-03"),
    (f"Cooperation is based on a PAPER signed between {_A} and {_B} in 2019.", "2019"),
    (f"The PAPER, signed by {_PA} and {_PB}, provides for joint training.", None),
    (f"The signing of a PAPER between {_A} and {_B} took place in Tbilisi on 3 March 2024.", "2024-03-03"),
    (f"The visit saw the signing of a PAPER between {_A} and {_B}.", None),
    (_MET + "The sides signed a PAPER.", "2024-03-03"),
    (_MET + "Following the talks, a PAPER was signed.", "2024-03-03"),
    (_MET + "The talks culminated in the signing of a PAPER.", "2024-03-03"),
    (_MET + "After signing a PAPER, they held a briefing.", "2024-03-03"),
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_post_is_read_wherever_it_is_told(place: str) -> None:
    missed = []
    for post, forms in FORMS.items():
        for form in forms:
            bare = form.partition(" ")[2] if form.startswith(("a ", "an ", "the ")) else form
            the = form if form.startswith(("a ", "an ", "the ")) or "'s " in form else f"the {form}"
            said = place.replace("{NAME}", NAME).replace("{post}", form).replace("{the post}", the).replace("{bare post}", bare)
            sentence = said[0].upper() + said[1:]
            posts = {fact for fact in told(sentence, "en") if fact.startswith(f"post {NAME} ")}
            if posts != {f"post {NAME} {post}"}:
                missed.append((sentence, posts))
    assert missed == []


@pytest.mark.parametrize(("sentences", "day"), SIGNED)
def test_a_paper_is_read_however_it_was_signed(sentences: str, day: str | None) -> None:
    missed = []
    for paper, kind in PAPERS.items():
        said = sentences.replace("A PAPER", f"A {paper}").replace("a PAPER", f"a {paper}").replace("PAPER", paper)
        facts = told(said, "en")
        wanted = {kind, f"{kind} signatory {ORG}moj-ge", f"{kind} signatory {ORG}moj-uz", *([f"{kind} signed {day}"] if day else [])}
        others = {fact for fact in facts if " signatory " in fact} - wanted
        if not wanted <= facts or others:
            missed.append((said, sorted(wanted - facts), sorted(others)))
    assert missed == []
