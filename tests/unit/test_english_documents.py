"""English: what was signed or adopted, by whom and when, one line a case."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from tests.unit.telling import told

PGO, ORG = "organization/pgo-", "organization/"
TALKS = "Justice Minister of Georgia Levan Kiknadze met with Justice Minister of Uzbekistan Sherzod Rakhimov in Tashkent on 3 March 2024. "


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        ("A memorandum of understanding was signed on Tuesday between the Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz", "Memorandum signed 2024-03-12"}),
        ("The Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan signed a memorandum on 3 March 2024.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz", "Memorandum signed 2024-03-03"}),
        ("The Ministry of Justice of Georgia has signed a memorandum of cooperation with the Ministry of Justice of Uzbekistan.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("The justice ministries of Georgia and Uzbekistan signed a memorandum in Tbilisi.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("The Justice Ministries of Georgia and Uzbekistan have inked a memorandum of understanding.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("Georgia and Uzbekistan inked an agreement on extradition.", {"Agreement signatory state/GE", "Agreement signatory state/UZ"}),
        ("An agreement on extradition was concluded between Georgia and Uzbekistan on 3 March 2024.", {"Agreement signatory state/GE", "Agreement signatory state/UZ", "Agreement signed 2024-03-03"}),
        ("Georgia and Uzbekistan put their signatures to an agreement on extradition.", {"Agreement signatory state/GE"}),
        (TALKS + "The ministers signed a memorandum of cooperation.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz", "Memorandum signed 2024-03-03"}),
        (TALKS + "The two ministers signed a memorandum of cooperation following the talks.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "The sides signed a memorandum of cooperation.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "The parties signed a memorandum of cooperation at the end of the meeting.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "Following the meeting, Levan Kiknadze and Sherzod Rakhimov signed a memorandum of cooperation.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "Following the meeting, Kiknadze and Rakhimov signed a memorandum of cooperation.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "At the end of the meeting a memorandum of cooperation was signed.", {"Memorandum", "Memorandum signed 2024-03-03"}),
        (TALKS + "The meeting ended with the signing of a memorandum of cooperation.", {"Memorandum"}),
        (TALKS + "The meeting concluded with the signing of a memorandum of cooperation between the two ministries.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "The meeting resulted in the signing of a memorandum of cooperation.", {"Memorandum"}),
        (TALKS + "As a result of the talks, a memorandum of cooperation was signed between the ministries.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "A memorandum of cooperation was signed at the meeting.", {"Memorandum"}),
        (TALKS + "During the meeting, the ministers put their names to a memorandum of cooperation.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "The two also signed a memorandum of cooperation.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "Both sides signed a memorandum of cooperation.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "Kiknadze and his Uzbek counterpart signed a memorandum of cooperation.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        (TALKS + "The talks wrapped up with a memorandum of cooperation being signed.", {"Memorandum"}),
        (TALKS + "A memorandum of cooperation was signed between the two ministries.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("The memorandum was signed by Justice Minister of Georgia Levan Kiknadze and Justice Minister of Uzbekistan Sherzod Rakhimov.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("Justice Minister of Georgia Levan Kiknadze and Justice Minister of Uzbekistan Sherzod Rakhimov signed the memorandum on behalf of their ministries.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("On behalf of the Ministry of Justice of Georgia, the memorandum was signed by Levan Kiknadze.", {f"Memorandum signatory {ORG}moj-ge"}),
        ("The agreement was inked last week in Bishkek.", {"Agreement"}),
        ("A cooperation agreement was reached between the Ministry of Justice of Georgia and UNODC.", {f"Agreement signatory {ORG}moj-ge"}),
        ("The Council of Prosecutors General of the Organization of Turkic States held a session in Bishkek on 3 March 2024. The Council adopted a joint declaration.", {f"Declaration signatory {ORG}ots-pgc", "Declaration signed 2024-03-03"}),
        ("The Council of Prosecutors General of the Organization of Turkic States held a session in Bishkek on 3 March 2024. The Bishkek Declaration was adopted at the end of the session.", {"Declaration signed 2024-03-03"}),
        ("The Council of Prosecutors General of the Organization of Turkic States held a session in Bishkek on 3 March 2024. The session adopted the Bishkek Declaration.", {"Declaration signed 2024-03-03"}),
        ("The Council of Prosecutors General of the Organization of Turkic States held a session in Bishkek on 3 March 2024. The participants adopted a final communique.", {"Declaration signed 2024-03-03"}),
        ("The Council of Prosecutors General of the Organization of Turkic States held a session in Bishkek on 3 March 2024. The session concluded with the adoption of a joint statement.", {"Declaration signed 2024-03-03"}),
        ("The Council of Prosecutors General of the Organization of Turkic States held a session in Bishkek on 3 March 2024. A joint statement was adopted following the session.", {"Declaration signed 2024-03-03"}),
        ("The Council of Prosecutors General of the Organization of Turkic States held a session in Bishkek on 3 March 2024. An action plan for 2024-2026 was approved.", {"Programme signed 2024-03-03"}),
        ("The Council of Prosecutors General of the Organization of Turkic States held a session in Bishkek on 3 March 2024. The prosecutors general endorsed an action plan.", {"Programme signed 2024-03-03"}),
        ("The Council of Interior Ministers of the Commonwealth of Independent States has approved a program of joint measures.", {"Programme"}),
        (TALKS + "The two renewed a 2018 cooperation protocol for another five years.", {"Protocol"}),
        (TALKS + "They recalled the memorandum signed in 2019.", {"Memorandum"}),
        (TALKS + "Cooperation is based on the agreement signed between the two ministries in Baku on 5 May 2019.", {"Agreement signed 2019-05-05"}),
        ("The Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan signed a memorandum and a plan of action.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz", f"Programme signatory {ORG}moj-ge"}),
        ("A memorandum of understanding between the Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan was signed in Tbilisi.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("A memorandum of understanding, signed by the Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan, provides for joint training.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("The memorandum signed today between the Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan provides for joint training.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz", "Memorandum signed 2024-03-12"}),
        ("Under the memorandum signed by the Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan on 3 March 2024, judges will be trained.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz", "Memorandum signed 2024-03-03"}),
        ("The signing ceremony of a memorandum between the Ministry of Justice of Georgia and the Ministry of Justice of Uzbekistan took place in Tbilisi on 3 March 2024.", {f"Memorandum signatory {ORG}moj-ge", f"Memorandum signatory {ORG}moj-uz"}),
        ("A signing ceremony for a memorandum of understanding between the Ministry of Justice of Georgia and UNODC was held in Tbilisi.", {f"Memorandum signatory {ORG}moj-ge"}),
        ("Ankara University and Baku State University signed a protocol on academic cooperation.", {f"Protocol signatory {ORG}ankara-university", f"Protocol signatory {ORG}bsu"}),
        ("Rector of Ankara University Necdet Unuvar and Rector of Baku State University Elchin Babayev signed a protocol.", {f"Protocol signatory {ORG}ankara-university", f"Protocol signatory {ORG}bsu"}),
        ("A protocol was signed between Ankara University, represented by Rector Necdet Unuvar, and Baku State University.", {f"Protocol signatory {ORG}ankara-university"}),
    ],
)  # fmt: skip
def test_what_was_signed(sentences: str, wanted: set[str]) -> None:
    assert wanted <= told(sentences, "en")


@pytest.mark.parametrize(
    ("sentences", "unwanted"),
    [
        (TALKS + "The ministers plan to sign a memorandum of cooperation in May.", "Memorandum"),
        (TALKS + "A memorandum of cooperation will be signed in May.", "Memorandum"),
        (TALKS + "The ministers agreed to sign a memorandum of cooperation.", "Memorandum"),
        (TALKS + "The ministers discussed the draft memorandum.", "Memorandum"),
        (TALKS + "They recalled the memorandum signed in 2019.", "Memorandum signed 2024"),
    ],
)  # fmt: skip
def test_what_was_not_signed(sentences: str, unwanted: str) -> None:
    assert not [fact for fact in told(sentences, "en") if fact.startswith(unwanted)]
