"""English as agencies write it every day: who visits whom, what a signing followed, which posts and places are told by the way."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article
from tests.unit.telling import told

ORG = "organization/"
SIGNED = (
    "Prosecutor General of Azerbaijan Rauf Mehdi and Prosecutor General of Hungary Bence Rad signed a memorandum in Baku on 5 March 2024. "
)


@pytest.mark.parametrize(
    ("sentences", "facts"),
    [
        (SIGNED + "The signing followed a bilateral meeting held on the margins of the session.", {"Meeting date 2024-03-05", "Meeting attendee Bence Rad"}),
        (SIGNED + "The talks that preceded the signing were also attended by Gabor Szalai.", {"Meeting date 2024-03-05", "Meeting attendee Gabor Szalai"}),
        (SIGNED + "The signing came after talks that lasted two hours.", {"Meeting date 2024-03-05"}),
        ("The meeting brought together the Prosecutors General of Azerbaijan and Kazakhstan, as well as the delegation of Hungary headed by Deputy Prosecutor General Zoltan Bereni.", {f"post Zoltan Bereni DeputyProsecutorGeneral {ORG}pgo-hu"}),
        ("Aina Berdieva, who heads the Department for Supervision over Investigation of the Prosecutor General's Office, spoke at the seminar.", {"post Aina Berdieva HeadOfDepartment Department for Supervision over Investigation of the Prosecutor General's Office"}),
        ("Ana Rusu, head of Moldova's Prosecutor's Office for Combating Organized Crime, spoke at the seminar.", {"Seminar participant Moldova's Prosecutor's Office for Combating Organized Crime"}),
        ("The course was delivered by Judge Canan Ozdemir of the Ankara Regional Court of Appeal.", {"post Canan Ozdemir Judge Ankara Regional Court of Appeal"}),
        ("Judges have completed a training course on electronic evidence and international cooperation in criminal matters, organized by UNODC.", {"Training theme electronic evidence and international cooperation in criminal matters"}),
        ("Prosecutor General of Azerbaijan Rauf Mehdi recalled that the Council had been established in Baku on 1 November 2021. A day earlier, he met with Minister of Justice of Hungary Bence Rad.", {"Meeting date 2024-03-11"}),
        ("Prosecutor General of Hungary Pal Kovacs, who is on an official visit to Georgia, met with Prosecutor General of Georgia Ana Lomidze.", {"Visit place state/GE"}),
        ("The 23rd meeting of the prosecutors general will be held in Baku on 5 April 2024. The previous meeting was hosted by Shanghai in 2022.", {"Meeting place place/shanghai", "Meeting date 2022"}),
        ("Prosecutor General of Hungary Pal Kovacs paid an official visit to Georgia on 5 March. His visit ended with a meeting at the Ministry of Justice.", {f"Meeting participant {ORG}moj-ge"}),
        ("The Association of Asian Constitutional Courts met in Baku. President of the Constitutional Court of Georgia Ana Rusu opened the congress. The delegation headed by Ana Rusu comprised Deputy Secretary General Murat Ergin.", {f"post Murat Ergin DeputySecretaryGeneral {ORG}constitutional-court-ge"}),
        ("National Prosecutor of Poland Anna Bielak spoke at the seminar.", {f"post Anna Bielak ProsecutorGeneral {ORG}pgo-pl"}),
        ("The regional conference will be held in Baku on 3-4 April. The previous edition took place in Vilnius in May 2023.", {"Conference place place/vilnius"}),
    ],
)  # fmt: skip
def test_what_is_told_beside_the_main_event_is_read(sentences: str, facts: set[str]) -> None:
    assert facts <= told(sentences, "en")


@pytest.mark.parametrize(
    ("sentences", "fact"),
    [
        (SIGNED + "The signing followed a bilateral meeting held on the margins of the session.", "Ceremony"),
        (SIGNED + "The talks that preceded the signing were also attended by Gabor Szalai.", "Ceremony"),
        ("UAE Attorney-General Counsellor Salem bin Rashid Al Dhaheri presided over the meeting.", f"post Salem bin Rashid Al Dhaheri Adviser {ORG}pgo-ae"),
        ("Prosecutor General of Azerbaijan Rauf Mehdi presided over the meeting and wished Kuwait, which will chair the next session, every success.", "Session"),
        ("Former presidents of the Constitutional Court were awarded medals at a ceremony on 5 March.", f"Ceremony participant {ORG}constitutional-court-az"),
        ("Ana Rusu, deputy public prosecutor in Paris, spoke at the seminar.", "Seminar place place/paris"),
        ("Ana Rusu, deputy public prosecutor in Paris, spoke at the seminar.", f"post Ana Rusu DeputyProsecutor {ORG}pgo-az"),
        ("Ana Rusu, prosecutor at DIICOT, spoke at the seminar.", f"post Ana Rusu Prosecutor {ORG}pgo-az"),
        ("Rector of Baku State University Anar Bayli met with Minister of Justice of Hungary Bence Rad, to talk over internships in Astana.", "Meeting place place/astana"),
        ("A training was held in Baku within the framework of the UNODC Programme for Central Asia 2022-2026.", f"Training framework {ORG}unodc"),
        ("The meeting is attended by OTS Deputy Secretary General Anar Bayli and a delegation of the Prosecutor General's Office of Hungary. On 20 March the heads of delegations will hold bilateral talks.", "Meeting date 2024-03-20"),
        ("A conference is being held in Baku. Rector of Baku State University Anar Bayli described Baku as a proper venue, recalling that the city hosted COP29 in November 2023.", "Conference date 2023-11"),
        ("The Prosecutor General of Hungary Pal Kovacs has wrapped up an official visit to Azerbaijan, during which the services agreed on a programme for 2025.", "Visit status Planned"),
        ("Prosecutor General of Azerbaijan Anar Bayli spoke at a conference in Baku. After his lecture a conversation with Minister of Justice of Hungary Bence Rad focused on courts.", "Meeting attendee Anar Bayli"),
    ],
)  # fmt: skip
def test_what_is_told_by_the_way_is_not_told_of_the_event(sentences: str, fact: str) -> None:
    assert fact not in told(sentences, "en")


@pytest.mark.parametrize(
    ("headline", "sentence", "court"),
    [
        ("President of the Constitutional Court of Türkiye Attends Congress", "President of the Constitutional Court Orhan Demir paid a working visit to Uzbekistan on 8 September 2026.", "constitutional-court-tr"),
        ("Court of Georgia at Forum", "President of the Constitutional Court Ana Rusu visited Hungary on 8 September 2026. Hungary hosts a forum.", "constitutional-court-ge"),
    ],
)  # fmt: skip
def test_who_goes_abroad_is_not_of_the_state_visited(headline: str, sentence: str, court: str) -> None:
    reading = Reader.default().read(Article("x", f"{headline}\n\n11 September 2026\n\n{sentence}", "en"))
    assert f"{ORG}{court}" in {entity.path for entity in reading.entities}
    assert not {entity.path for entity in reading.entities} & {f"{ORG}constitutional-court-uz", f"{ORG}constitutional-court-hu"}


def test_those_received_in_separate_meetings_are_met_apart() -> None:
    sentence = "The day before, in two separate meetings, Minister of Justice of Kyrgyzstan Nurlan Bekov received the ambassadors of Türkiye and Hungary, Cem Aksoy and Pal Kovacs."
    reading = Reader.default().read(Article("x", f"News\n\nBishkek, 12 March 2024\n\n{sentence}", "en"))
    assert [entity.kind for entity in reading.entities].count("Meeting") == 2


def test_an_office_is_that_of_him_who_is_called_so() -> None:
    sentences = "Public Defender of Georgia Nana Beridze met with Veaceslav Ciobanu, People's Advocate of Moldova. Nana Beridze told of the work of her office. The meeting was attended by Maia Rusu, adviser to the People's Advocate."
    reading = Reader.default().read(Article("x", f"News\n\nTbilisi, 12 March 2024\n\n{sentences}", "en"))
    paths = {entity.ref: entity.path for entity in reading.entities}
    held = {fact.subject for fact in reading.facts if "Adviser" in str(fact.object)}
    assert {paths.get(str(fact.object)) for fact in reading.facts if fact.subject in held and fact.predicate == "org:organization"} == {
        f"{ORG}ombudsman-md"
    }
