"""English: what words may be, what verb groups say, and what is read of constructions, one line a case."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import tomllib

import pytest

from qurultay import resources
from qurultay.facts import Reader
from qurultay.facts.english import prepare
from qurultay.language.english import Morphology
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Node
from tests.unit.telling import told

EN = Morphology(tomllib.loads(resources.text("data/languages/en/suffixes.toml")))


# -- Words


@pytest.mark.parametrize(
    ("word", "stem", "plural", "case"),
    [
        ("prosecutor", "prosecutor", False, "nom"),
        ("prosecutors", "prosecutor", True, "nom"),
        ("ministries", "ministry", True, "nom"),
        ("addresses", "address", True, "nom"),
        ("chairmen", "chairman", True, "nom"),
        ("azerbaijan's", "azerbaijan", False, "gen"),
        ("azerbaijan’s", "azerbaijan", False, "gen"),
        ("states'", "state", True, "gen"),
    ],
)
def test_a_noun_has_number_and_genitive(word: str, stem: str, plural: bool, case: str) -> None:
    assert Ending(stem, plural, "", case) in EN.nominal(word)


@pytest.mark.parametrize("word", ["press", "status", "crisis", "gas"])
def test_a_final_s_is_no_plural(word: str) -> None:
    assert EN.nominal(word) == (Ending(word),)


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("hold", {"hold", "holds", "held", "holding"}),
        ("take", {"take", "takes", "took", "taken", "taking"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
        ("open", {"open", "opens", "opened", "opening"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("cancel", {"cancel", "cancels", "cancelled", "canceled", "cancelling", "canceling"}),
        ("be hold", {"held"}),
        ("be present", {"present"}),
    ],
)
def test_a_verb_has_its_forms(stem: str, forms: set[str]) -> None:
    assert {form for form, _ in EN.verb_forms(stem)} == forms


def test_a_passive_is_a_participle() -> None:
    assert list(EN.verb_forms("be sign")) == [("signed", VerbForm("pp", "past"))]


@pytest.mark.parametrize(
    ("name", "forms"),
    [("Kamran Aliyev", {"nom": "Kamran Aliyev"}), ("Kamran Aliyev's", {"gen": "Kamran Aliyev"}), ("James'", {"gen": "James"})],
)
def test_a_name_is_put_into_the_nominative(name: str, forms: dict[str, str]) -> None:
    assert EN.name_forms(name) == forms


@pytest.mark.parametrize(
    ("sentence", "word", "acts"),
    [
        ("The meeting was held", "meeting", False),
        ("He is meeting the minister", "meeting", True),
        ("After meeting President A he left", "meeting", True),
        ("He paid a visit to Baku", "visit", False),
        ("He will visit Baku", "visit", True),
        ("Kazakhstan hosts the forum", "hosts", True),
        ("They held bilateral talks with the minister", "talks", False),
        ("The member states met", "states", False),
        ("Trend reports", "reports", True),
        ("The annual reports were read", "reports", False),
        ("On Tuesday talks took place", "talks", False),
    ],
)
def test_nouns_and_verbs_that_are_spelt_alike(sentence: str, word: str, acts: bool) -> None:
    words = sentence.split()
    assert EN.acts(words, words.index(word)) is acts


# -- Verb groups


def groups(sentence: str) -> list[tuple[str, str, str, bool]]:
    """Return the verbs of a sentence: frame, form, tense, whether it is denied."""
    language = Reader.default()._language("en")
    assert language is not None
    assert language.pack is not None
    nodes: list[Node] = prepare(language.tagger.tag(language.tagger.look_up(sentence, 0, len(sentence))), language.pack)
    verbs = [node.senses[0] for node in nodes if node.kind == "VERB"]
    return [(predicate.frame, form.form, form.tense, form.negative) for predicate, form in verbs]


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("The seminar was held in Baku", ("held", "fin", "past", False)),
        ("The seminar has also been held", ("held", "fin", "past", False)),
        ("The seminar will be jointly held", ("held", "fin", "fut", False)),
        ("The seminar is to be held", ("held", "fin", "fut", False)),
        ("The seminar is being held", ("held", "fin", "pres", False)),
        ("The seminar has not been held", ("held", "fin", "past", True)),
        ("He did not attend the seminar", ("participate", "fin", "past", True)),
        ("He is scheduled to attend the seminar", ("participate", "fin", "fut", False)),
        ("He is going to visit Baku", ("visit", "fin", "fut", False)),
        ("He should attend the seminar", ("participate", "fin", "nec", False)),
        ("He took an active part in the seminar", ("participate", "fin", "past", False)),
        ("He wanted to take part", ("participate", "inf", "none", False)),
    ],
)
def test_a_verb_group_is_one_verb(sentence: str, group: tuple[str, str, str, bool]) -> None:
    assert groups(sentence)[-1] == group


# -- Constructions

PGO = "organization/pgo-"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # posts
        ("Prosecutor General of the Republic of Kazakhstan Berik Assylov spoke.", {f"post Berik Assylov ProsecutorGeneral {PGO}kz"}),
        ("Kazakhstan's Prosecutor General Berik Assylov spoke.", {f"post Berik Assylov ProsecutorGeneral {PGO}kz"}),
        ("Kazakh Prosecutor General Berik Assylov spoke.", {f"post Berik Assylov ProsecutorGeneral {PGO}kz"}),
        ("Berik Assylov, Deputy Prosecutor General of Kazakhstan, spoke.", {f"post Berik Assylov DeputyProsecutorGeneral {PGO}kz"}),
        ("Justice Minister of Georgia Levan Kapanadze spoke.", {"post Levan Kapanadze Minister organization/moj-ge"}),
        ("Anar Bayli, who heads the Supreme Court of Uzbekistan, spoke.", {"post Anar Bayli President organization/supreme-court-uz"}),
        ("The head of the Academy of Justice of Azerbaijan, Anar Bayli, spoke.", {"post Anar Bayli Director organization/justice-academy-az"}),
        # events, days, places, organisers
        ("A seminar was held in Tashkent on 3 March 2024.", {"Seminar place place/tashkent", "Seminar date 2024-03-03"}),
        ("A seminar took place in Tashkent on Monday, March 4.", {"Seminar place place/tashkent", "Seminar date 2024-03-04"}),
        ("A forum will be held in Astana in May 2024.", {"Forum status Planned", "Forum place place/astana"}),
        ("The Prosecutor General's Office of Uzbekistan hosted a seminar.", {f"Seminar organizer {PGO}uz"}),
        ("A seminar hosted by the Ministry of Justice of Georgia kicked off in Tbilisi.", {"Seminar organizer organization/moj-ge", "Seminar place place/tbilisi"}),
        ("A seminar was organized jointly by the Ministry of Justice of Georgia and the Council of Europe.", {"Seminar organizer organization/moj-ge", "Seminar organizer organization/council-of-europe"}),
        ("A conference entitled “Law and Order” was held in Baku.", {"Conference theme Law and Order"}),
        # who was there
        ("A seminar was attended by Prosecutor General of Kazakhstan Berik Assylov and Prosecutor General of Georgia Giorgi Gabitashvili.", {"Seminar attendee Berik Assylov", "Seminar attendee Giorgi Gabitashvili", f"Seminar participant {PGO}ge"}),
        ("A seminar was held in Baku. It was attended by Prosecutor General of Kazakhstan Berik Assylov.", {"Seminar attendee Berik Assylov"}),
        ("A seminar was held in Baku. In attendance were Prosecutor General of Kazakhstan Berik Assylov and Prosecutor General of Georgia Giorgi Gabitashvili.", {"Seminar attendee Berik Assylov", "Seminar attendee Giorgi Gabitashvili"}),
        ("A seminar was held in Baku. Uzbekistan was represented by Deputy Prosecutor General Erkin Yuldashev.", {"Seminar attendee Erkin Yuldashev", f"post Erkin Yuldashev DeputyProsecutorGeneral {PGO}uz"}),
        # meetings and visits
        ("Prosecutor General of Azerbaijan Kamran Aliyev met with Prosecutor General of Kazakhstan Berik Assylov in Baku.", {"Meeting attendee Kamran Aliyev", "Meeting attendee Berik Assylov", "Meeting place place/baku"}),
        ("Prosecutor General of Azerbaijan Kamran Aliyev received Prosecutor General of Kazakhstan Berik Assylov.", {"Meeting attendee Kamran Aliyev", "Meeting attendee Berik Assylov"}),
        ("A delegation led by Prosecutor General of Kazakhstan Berik Assylov paid a two-day working visit to Georgia.", {"Visit attendee Berik Assylov", "Visit place state/GE"}),
        ("Prosecutor General of Kazakhstan Berik Assylov has wrapped up a visit to Uzbekistan.", {"Visit attendee Berik Assylov", "Visit place state/UZ"}),
        ("The Council of Prosecutors General of the Organization of Turkic States met in Bishkek.", {"Session place place/bishkek", "Session framework organization/ots-pgc"}),
        # speeches
        ("A seminar was held in Baku. Addressing the event, Prosecutor General of Kazakhstan Berik Assylov said that crime knows no borders.", {"Seminar speaker Berik Assylov"}),
        ("A seminar was held in Baku. According to Prosecutor General of Kazakhstan Berik Assylov, crime knows no borders.", {"Seminar speaker Berik Assylov"}),
        ("A seminar was held in Baku. The participants were greeted by Prosecutor General of Kazakhstan Berik Assylov.", {"Seminar speaker Berik Assylov"}),
        # who leads, deputises, represents, belongs
        ("A delegation of the Supreme Court of Kazakhstan led by its chairman, Daulet Sarsenbayev, arrived in Baku for an official visit.", {"Visit attendee Daulet Sarsenbayev", "post Daulet Sarsenbayev Chairperson organization/supreme-court-kz"}),
        ("A seminar was held in Baku. HE the Attorney General of Qatar Khalid Al Marri addressed the event.", {"Seminar speaker Khalid Al Marri"}),
        ("A seminar was held in Baku. Justice Minister Levan Kiknadze of Georgia took part in it.", {"Seminar attendee Levan Kiknadze", "Seminar participant organization/moj-ge"}),
        ("A seminar was held in Baku. Kazakhstan sent an observer.", {"Seminar participant state/KZ"}),
        ("The conference was organized by the International Ombudsman Institute, whose president, Tariq Khan, welcomed the guests.", {"post Tariq Khan President International Ombudsman Institute"}),
        ("The minister met students of the Academy of Justice of Azerbaijan. Justice Minister of Georgia Levan Kiknadze met employees of the Supreme Court of Azerbaijan.", {"Meeting participant organization/supreme-court-az", "Meeting attendee Levan Kiknadze"}),
        ("Justice Minister of Georgia Levan Kiknadze visited Kazakhstan. On Tuesday the delegation was received at the Constitutional Court of Kazakhstan, where it was welcomed by President Selim Ardic.", {"post Selim Ardic President organization/constitutional-court-kz"}),
        # days
        ("A two-day conference on extradition ended in Baku on 3 March 2024.", {"Conference date 2024-03-02", "Conference end 2024-03-03"}),
        ("On Thursday the Prosecutor General of Georgia Giorgi Gabitashvili will meet with the Prosecutor General of Kazakhstan Berik Assylov.", {"Meeting date 2024-03-14", "Meeting status Planned"}),
        ("Held in Baku on 3 March 2024, the seminar was organized by the Academy of Justice of Azerbaijan.", {"Seminar date 2024-03-03", "Seminar place place/baku"}),
        ("The ministers discussed the first meeting of the working group on extradition, to be held in Tbilisi on 20 May.", {"Meeting date 2024-05-20", "Meeting status Planned"}),
        ("A conference was held in Baku on 3 March 2024. Its next edition is to be held in Tbilisi in 2025.", {"Conference place place/tbilisi", "Conference date 2025"}),
        ("Ministers of justice met in Baku on 3 March 2024 for a conference.", {"Conference date 2024-03-03", "Conference place place/baku"}),
        ("On 5 March 2024 the Commission on Legal Affairs of the Parliamentary Assembly of Turkic States examined a draft law.", {"Session date 2024-03-05"}),
        # who spoke, in other words
        ("A seminar was held in Baku. The floor went to Prosecutor General of Kazakhstan Berik Assylov.", {"Seminar speaker Berik Assylov"}),
        ("A seminar was held in Baku. The participants heard papers by Elif Yilmaz, a judge of the Constitutional Court of Türkiye, on pensions, and by Ion Rusnac, on taxes.", {"Seminar speaker Elif Yilmaz", "Seminar speaker Ion Rusnac"}),
        ("A seminar was held in Baku on 3 March 2024. The first session was chaired by Prosecutor General of Georgia Giorgi Gabitashvili.", {"Seminar attendee Giorgi Gabitashvili"}),
        ("A seminar was held in Baku. Prosecutor General of Kazakhstan Berik Assylov spoke of extradition, and Prosecutor General of Georgia Giorgi Gabitashvili of cybercrime.", {"Seminar speaker Berik Assylov", "Seminar speaker Giorgi Gabitashvili"}),
        ("Prosecutor General of Kazakhstan Berik Assylov discussed extradition with Prosecutor General of Georgia Giorgi Gabitashvili on 3 March 2024.", {"Meeting attendee Berik Assylov", "Meeting attendee Giorgi Gabitashvili", "Meeting date 2024-03-03"}),
        ("A training course ended in Baku. Prosecutor General of Kazakhstan Berik Assylov spoke at the closing ceremony.", {"Ceremony speaker Berik Assylov"}),
        ("Justice Minister of Georgia Levan Kiknadze accepted an invitation to come to Astana in June 2024 for the International Legal Forum.", {"Forum place place/astana", "Forum attendee Levan Kiknadze", "Forum status Planned"}),
        ("The Ministry of Justice of Georgia marked its anniversary with a conference in Tbilisi.", {"Conference organizer organization/moj-ge", "Conference place place/tbilisi"}),
        ("A seminar was held in Baku. Reports were presented by Farhad Abdullayev (Azerbaijan), Elvira Azimova (Kazakhstan) and Kadir Ozkaya (Türkiye).", {"Seminar speaker Elvira Azimova", "Seminar speaker Kadir Ozkaya", "Seminar participant state/KZ"}),
        ("A conference got under way in Baku, bringing together judges from Kazakhstan and Georgia.", {"Conference participant state/KZ", "Conference participant state/GE"}),
        ("A seminar was held in Baku. Prosecutor General of Georgia Giorgi Gabitashvili took part in it, as did Prosecutor General of Kazakhstan Berik Assylov.", {"Seminar attendee Giorgi Gabitashvili", "Seminar attendee Berik Assylov"}),
        ("A workshop called “Law and Order” was held in Baku.", {"Seminar theme Law and Order"}),
        ("A seminar was held in Baku. It was attended by Prosecutor General of Georgia Giorgi Gabitashvili, Prosecutor General of Kazakhstan Berik Assylov and other officials.", {"Seminar attendee Giorgi Gabitashvili", "Seminar attendee Berik Assylov"}),
        # documents
        ("Following talks in Tbilisi between Justice Minister of Georgia Rati Bregadze and his Kazakh counterpart, Erlan Sarsembayev, the two ministries signed a plan of action.", {"Meeting place place/tbilisi", "Meeting attendee Erlan Sarsembayev", "Programme signatory organization/moj-kz", "Programme signatory organization/moj-ge"}),
        ("Justice Minister of Georgia Levan Kiknadze signed a memorandum with Justice Minister of Uzbekistan Sherzod Rakhimov.", {"Memorandum signatory organization/moj-ge", "Memorandum signatory organization/moj-uz"}),
        ("A memorandum was signed by the Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan on 3 March 2024.", {"Memorandum signed 2024-03-03"}),
        ("A conference was held in Baku on 3 March 2024. The event ended with the signing of a declaration.", {"Declaration signed 2024-03-03"}),
        ("A seminar was held in Baku on 3 March 2024. The court was represented by its secretary.", {"Seminar date 2024-03-03"}),
        ("In Ankara, Minister of Justice Ana Rusu and Prosecutor General Peter Polt met.", {"Meeting attendee Ana Rusu", "Meeting attendee Peter Polt"}),
        ("In Georgia, Kazakhstan and Uzbekistan signed a memorandum.", {"Memorandum signatory state/KZ"}),
        (
            "A judge reported on the results of a seminar on electronic evidence that took place in Baku in May 2023.",
            {"Seminar place place/baku", "Seminar date 2023-05"},
        ),
        (
            "A two-day seminar ended in Baku on Friday. Opening the event on Thursday, Prosecutor General Anar Aliyev called it timely.",
            {"Seminar speaker Anar Aliyev", "Seminar date 2024-03-07", "Seminar end 2024-03-08"},
        ),
        (
            "Ana Rusu, head of the Legal Cooperation Department of the Prosecutor General's Office, spoke at the seminar.",
            {"post Ana Rusu HeadOfDepartment Legal Cooperation Department of the Prosecutor General's Office"},
        ),
        (
            "Prosecutor General Kamran Aliyev travelled to Tashkent to attend the conference on cybercrime.",
            {"Conference attendee Kamran Aliyev", "Conference place place/tashkent", "Conference status Held"},
        ),
        (
            "Prosecutor General Kamran Aliyev is in Tashkent for the 33rd meeting of the Council.",
            {"Meeting attendee Kamran Aliyev", "Meeting place place/tashkent", "Meeting status Held"},
        ),
        (
            "The Council of Prosecutors General of the OTS, which was founded in 2021, convened for its 3rd meeting in Baku.",
            {"Session framework organization/ots-pgc", "Session place place/baku"},
        ),
        ("The workshop in Baku was attended by Ana Rusu and Pál Németh.", {"Seminar attendee Ana Rusu", "Seminar attendee Pál Németh"}),
        ("A conference was held in Tbilisi, and the sides agreed to open a court in Naryn in June.", {"Conference place place/tbilisi"}),
    ],
)  # fmt: skip
def test_constructions(sentence: str, wanted: set[str]) -> None:
    assert wanted <= told(sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        (
            "A seminar was held in Baku. Prosecutor General of Kazakhstan Berik Assylov did not attend the seminar.",
            "Seminar attendee Berik Assylov",
        ),
        ("A seminar was held in Baku. It was to be regretted that no prosecutor of Georgia was there.", "Seminar participant state/GE"),
        (
            "The officials praised the work of President of Kazakhstan Kassym-Jomart Tokayev. The seminar was held in Baku.",
            "Seminar attendee Kassym-Jomart Tokayev",
        ),
        ("A seminar was held in Baku. The Ministry said that the transfer of sentenced persons was going well.", "Seminar participant ORG"),
        (
            "A seminar was held in Baku. Prosecutor General of Kazakhstan Berik Assylov spoke. The follow-up meeting was cancelled.",
            "Seminar status Cancelled",
        ),
        (
            "Prosecutor General of Georgia Giorgi Gabitashvili said that a delegation led by Deputy Prosecutor General Lin Hua will visit Georgia.",
            f"post Lin Hua DeputyProsecutorGeneral {PGO}ge",
        ),
    ],
)
def test_what_must_not_be_told(sentence: str, unwanted: str) -> None:
    assert unwanted not in told(sentence, "en")
