"""English: events, however they are told. Under each text stands what it must tell."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from tests.unit.telling import told

_TOLD = """
The talks kicked off in Astana on Tuesday with the participation of delegations from Kazakhstan and Uzbekistan.
    Meeting date 2024-03-12; Meeting place place/astana
A two-day workshop in Tashkent brought together prosecutors from Kazakhstan, Kyrgyzstan and Uzbekistan.
    Seminar place place/tashkent
Tashkent hosted a regional forum on cybercrime on 5 March.
    Forum date 2024-03-05; Forum place place/tashkent
Tashkent is hosting the 4th Forum of Prosecutors General from 10 to 12 March.
    Forum date 2024-03-10; Forum end 2024-03-12; Forum place place/tashkent
Tashkent played host to an international conference on asset recovery.
    Conference place place/tashkent
An international conference on asset recovery is under way in Baku.
    Conference place place/baku
An international conference on asset recovery got under way in Istanbul on Monday.
    Conference date 2024-03-11; Conference place place/istanbul
An international conference on asset recovery wrapped up in Istanbul on Friday.
    Conference date 2024-03-08; Conference place place/istanbul
A three-day training course on cybercrime concluded in Bishkek on 7 March.
    Training date 2024-03-05; Training end 2024-03-07; Training place place/bishkek
The Council of Prosecutors General gathered in Bishkek on 5 March.
    Session date 2024-03-05; Session place place/bishkek
Experts gathered in Vienna on 5-6 March for a seminar on mutual legal assistance.
    Seminar date 2024-03-05; Seminar end 2024-03-06; Seminar place place/vienna
The seminar is due to take place in Samarkand on 20 April.
    Seminar date 2024-04-20; Seminar place place/samarkand; Seminar status Planned
The forum was to have been held in Almaty on 20 February but was cancelled.
    Forum date 2024-02-20; Forum place place/almaty; Forum status Cancelled
A conference on the fight against corruption will open in Baku on March 14.
    Conference date 2024-03-14; Conference place place/baku; Conference status Planned
The Baku conference on the fight against corruption opened on March 11.
    Conference date 2024-03-11; Conference place place/baku
A seminar on the extradition of offenders was held on Monday at the Academy of Justice in Baku.
    Seminar date 2024-03-11; Seminar place place/baku
On March 11, Baku saw the opening of an international forum on human rights.
    Forum date 2024-03-11; Forum place place/baku
March 11 saw the opening of an international forum on human rights in Baku.
    Forum date 2024-03-11; Forum place place/baku
The 15th session of the Council of Prosecutors General of Turkic States is being held in Shusha.
    Session place place/shusha
The Prosecutor General's Office of Azerbaijan and UNODC jointly organised a seminar on money laundering in Baku on 6 March.
    Seminar organizer organization/pgo-az; Seminar organizer organization/unodc
A seminar organised by the Prosecutor General's Office of Azerbaijan took place in Baku on 6 March.
    Seminar date 2024-03-06; Seminar organizer organization/pgo-az; Seminar place place/baku
Held in Baku on 6 March, the seminar brought together 50 experts.
    Seminar date 2024-03-06; Seminar place place/baku
Speaking at a conference in Geneva on 6 March, Prosecutor General Kamran Aliyev said that cooperation was important.
    Conference attendee Kamran Aliyev; Conference date 2024-03-06; Conference place place/geneva; Conference speaker Kamran Aliyev
Prosecutor General Kamran Aliyev spoke at the 28th annual conference of the International Association of Prosecutors in London.
    Conference attendee Kamran Aliyev; Conference place place/london; Conference speaker Kamran Aliyev
Prosecutor General Kamran Aliyev took part in the 3rd meeting of the heads of prosecution services in Tashkent on 6 March.
    Meeting attendee Kamran Aliyev; Meeting date 2024-03-06; Meeting place place/tashkent
Within the framework of the conference, a meeting was held between Kamran Aliyev and Prosecutor General of Kazakhstan Berik Asylov.
    Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev
On the sidelines of the conference in Baku, Kamran Aliyev met with Prosecutor General of Kazakhstan Berik Asylov.
    Conference place place/baku; Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev; Meeting place place/baku
On the margins of the forum Kamran Aliyev held bilateral talks with Berik Asylov, Prosecutor General of Kazakhstan.
    Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev
The next meeting of the Council will be held in Ankara in 2025.
    Meeting date 2025; Meeting place place/ankara; Meeting status Planned
The previous meeting of the Council took place in Ashgabat in October 2022.
    Meeting date 2022-10; Meeting place place/ashgabat
The last such seminar was held in Tbilisi in May 2021.
    Seminar date 2021-05; Seminar place place/tbilisi
A follow-up workshop is planned for June in Astana.
    Seminar date 2024-06; Seminar place place/astana; Seminar status Planned
The workshop, originally scheduled for 5 March, has been postponed to 20 April.
    Seminar date 2024-04-20; Seminar status Planned
A memorandum was signed at a meeting in Doha on 5 March between Prosecutor General Kamran Aliyev and Attorney General of Qatar Issa bin Saad Al Nuaimi.
    Meeting date 2024-03-05; Meeting place place/doha
Talks between Justice Minister Farid Ahmadov and his Turkish counterpart Yilmaz Tunc took place in Ankara on Tuesday.
    Meeting attendee Farid Ahmadov; Meeting attendee Yilmaz Tunc; Meeting date 2024-03-12; Meeting place place/ankara
There was a meeting in Ankara on 5 March between Justice Minister Farid Ahmadov and his Turkish counterpart Yilmaz Tunc.
    Meeting attendee Farid Ahmadov; Meeting attendee Yilmaz Tunc; Meeting date 2024-03-05; Meeting place place/ankara
A webinar on electronic evidence for prosecutors of Georgia and Moldova was conducted online on 5 March.
    Seminar date 2024-03-05
Prosecutors from Georgia and Moldova took part in an online training on electronic evidence on 5 March.
    Training date 2024-03-05
The Supreme Court of Kazakhstan held an international round table on judicial ethics in Astana on 5 March.
    Seminar date 2024-03-05; Seminar organizer organization/supreme-court-kz; Seminar place place/astana
The Constitutional Court of Türkiye will host a summer school in Ankara in September.
    Training date 2024-09; Training organizer organization/constitutional-court-tr; Training place place/ankara; Training status Planned
A delegation of the Supreme Court of Uzbekistan visited Baku from 4 to 7 March.
    Visit date 2024-03-04; Visit end 2024-03-07; Visit place place/baku
A delegation led by Prosecutor General Kamran Aliyev is on an official visit to Türkiye.
    Visit attendee Kamran Aliyev; Visit place state/TR
Prosecutor General Kamran Aliyev embarked on a two-day working visit to Qatar on Sunday.
    Visit date 2024-03-10; Visit end 2024-03-11; Visit place state/QA
Kamran Aliyev, Prosecutor General of Azerbaijan, arrived in Doha on 5 March.
    Visit attendee Kamran Aliyev; Visit date 2024-03-05; Visit place place/doha
Prosecutor General Kamran Aliyev has paid a working visit to the Republic of Türkiye.
    Visit attendee Kamran Aliyev; Visit place state/TR
A study visit to Strasbourg for judges of Azerbaijan took place from 4 to 6 March.
    Visit date 2024-03-04; Visit end 2024-03-06; Visit place place/strasbourg
The visit of the delegation to Ankara will last until 8 March.
    Visit place place/ankara
The conference marking the 30th anniversary of the Constitutional Court of Uzbekistan took place in Tashkent on 5 March.
    Conference date 2024-03-05; Conference place place/tashkent
An event dedicated to the Day of Prosecutors was held in Astana on 5 March.
    Event date 2024-03-05; Event place place/astana
The summer school on human rights has started its work in Sheki.
    Training place place/sheki
The thirteenth meeting of the Board of the Global Prosecutors Network ran from 4 to 6 March in Nairobi.
    Meeting date 2024-03-04; Meeting end 2024-03-06; Meeting place place/nairobi
The annual meeting of Eurojust contact points closed on Wednesday in The Hague.
    Session date 2024-03-06; Session place place/hague
The 15th meeting of the Council is set to be held in Astana on 10 April.
    Meeting date 2024-04-10; Meeting place place/astana; Meeting status Planned
The Supreme Court of Kazakhstan plans to hold an international conference in Astana in May.
    Conference date 2024-05; Conference organizer organization/supreme-court-kz; Conference place place/astana; Conference status Planned
The next forum will be hosted by Tashkent.
    Forum place place/tashkent; Forum status Planned
Tashkent will be the venue of the next forum in 2026.
    Forum date 2026; Forum place place/tashkent; Forum status Planned
The parties agreed to hold the next meeting in Ankara in the autumn.
    Meeting place place/ankara; Meeting status Planned
The conference will be followed by a training course for prosecutors in Sheki on 16-18 March.
    Training date 2024-03-16; Training end 2024-03-18; Training place place/sheki; Training status Planned
The conference was preceded by a meeting of experts in Baku on 10 March.
    Meeting date 2024-03-10; Meeting place place/baku
It was the second such workshop since a similar one held in Tashkent in October 2023.
    Event date 2023-10; Event place place/tashkent
The forum in Almaty, scheduled for 5 March, has been called off.
    Forum date 2024-03-05; Forum place place/almaty; Forum status Cancelled
The forum did not take place in Almaty on 5 March.
    Forum date 2024-03-05; Forum place place/almaty; Forum status Cancelled
The forum was put off until May.
    Forum date 2024-05; Forum status Planned
The Council has been meeting in Bishkek since Monday.
    Session date 2024-03-11; Session place place/bishkek
The Council is meeting in Bishkek this week.
    Session place place/bishkek
The Council will meet in Bishkek on Thursday.
    Session date 2024-03-14; Session place place/bishkek; Session status Planned
The Council last met in Ashgabat in October 2022.
    Session date 2022-10; Session place place/ashgabat
The Council held its 15th session in Bishkek on 5 March.
    Session date 2024-03-05; Session place place/bishkek
Bishkek hosted the Council's 15th session on 5 March.
    Session date 2024-03-05; Session place place/bishkek
The Council of Prosecutors General sat in Bishkek on 5 March.
    Session date 2024-03-05; Session place place/bishkek
The justice ministers of Kazakhstan and Uzbekistan met in Shymkent on 5 March.
    Meeting date 2024-03-05; Meeting place place/shymkent
Prosecutor General Kamran Aliyev and his Kazakh counterpart Berik Asylov met in Baku on 5 March.
    Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev; Meeting date 2024-03-05; Meeting place place/baku
Prosecutor General Kamran Aliyev and his Kazakh counterpart Berik Asylov held a telephone conversation on 5 March.
    Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev; Meeting date 2024-03-05
Prosecutor General Kamran Aliyev sat down with his Kazakh counterpart Berik Asylov in Baku on 5 March.
    Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev; Meeting date 2024-03-05; Meeting place place/baku
Prosecutor General Kamran Aliyev was received by President of Kazakhstan Kassym-Jomart Tokayev in Astana on 5 March.
    Meeting attendee Kamran Aliyev; Meeting attendee Kassym-Jomart Tokayev; Meeting date 2024-03-05; Meeting place place/astana
Prosecutor General Kamran Aliyev paid a courtesy call on Chairman of the Supreme Court of Kazakhstan Aslambek Mergaliyev.
    Meeting attendee Aslambek Mergaliyev; Meeting attendee Kamran Aliyev
Prosecutor General Kamran Aliyev made a two-day trip to Kazakhstan on 5-6 March.
    Visit attendee Kamran Aliyev; Visit date 2024-03-05; Visit end 2024-03-06; Visit place state/KZ
Prosecutor General Kamran Aliyev is in Astana on a working visit.
    Visit attendee Kamran Aliyev; Visit place place/astana
Prosecutor General Kamran Aliyev left for Astana on 5 March to attend the Forum of Prosecutors General.
    Visit attendee Kamran Aliyev; Visit date 2024-03-05; Visit place place/astana
Prosecutor General Kamran Aliyev flew to Astana on 5 March for talks with his Kazakh counterpart Berik Asylov.
    Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev; Meeting place place/astana; Visit attendee Kamran Aliyev; Visit date 2024-03-05; Visit place place/astana
Prosecutor General Kamran Aliyev travelled to Astana on 5 March at the invitation of his Kazakh counterpart Berik Asylov.
    Visit attendee Kamran Aliyev; Visit date 2024-03-05; Visit place place/astana
Prosecutor General Kamran Aliyev concluded his official visit to Astana on 5 March.
    Visit attendee Kamran Aliyev; Visit date 2024-03-05; Visit place place/astana
Prosecutor General Kamran Aliyev's official visit to Kazakhstan began on 5 March.
    Visit attendee Kamran Aliyev; Visit date 2024-03-05; Visit place state/KZ
An official visit by Prosecutor General Kamran Aliyev to Kazakhstan is scheduled for April.
    Visit attendee Kamran Aliyev; Visit date 2024-04; Visit place state/KZ; Visit status Planned
A Kazakh delegation headed by Prosecutor General Berik Asylov is visiting Azerbaijan.
    Visit attendee Berik Asylov; Visit place state/AZ
A Kazakh delegation headed by Prosecutor General Berik Asylov has arrived in Azerbaijan on an official visit.
    Visit attendee Berik Asylov; Visit place state/AZ
During his visit to Kazakhstan on 5 March, Prosecutor General Kamran Aliyev met with Minister of Justice Yerlan Sarsembayev.
    Meeting attendee Kamran Aliyev; Meeting attendee Yerlan Sarsembayev; Meeting date 2024-03-05; Meeting place state/KZ; Visit attendee Kamran Aliyev; Visit date 2024-03-05; Visit place state/KZ
While in Astana, Prosecutor General Kamran Aliyev also met with Minister of Justice Yerlan Sarsembayev.
    Meeting attendee Kamran Aliyev; Meeting attendee Yerlan Sarsembayev; Meeting place place/astana
The delegation's visit to Astana, which began on 5 March, ended on Thursday.
    Visit date 2024-03-05; Visit end 2024-03-07; Visit place place/astana
In Astana, Kamran Aliyev will meet with Prosecutor General Berik Asylov on Thursday.
    Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev; Meeting date 2024-03-14; Meeting place place/astana; Meeting status Planned
A wreath-laying ceremony was held at the Alley of Honors on 5 March with the participation of Prosecutor General Kamran Aliyev.
    Ceremony attendee Kamran Aliyev; Ceremony date 2024-03-05; Ceremony place place/baku
The graduation ceremony of the course took place in Baku on 5 March.
    Ceremony date 2024-03-05; Ceremony place place/baku
A ceremony to mark the 30th anniversary of the Constitutional Court took place in Tashkent on 5 March.
    Ceremony date 2024-03-05; Ceremony place place/tashkent
A training for trainers was delivered in Chisinau on 4-5 March by the Council of Europe.
    Training date 2024-03-04; Training end 2024-03-05; Training organizer organization/council-of-europe; Training place place/chisinau
The Council of Europe delivered a training course for Moldovan judges in Chisinau on 4-5 March.
    Training date 2024-03-04; Training end 2024-03-05; Training organizer organization/council-of-europe; Training place place/chisinau
UNODC ran a three-day course for investigators in Tashkent from 4 March.
    Training date 2024-03-04; Training end 2024-03-06; Training organizer organization/unodc; Training place place/tashkent
OSCE organizes a seminar in Ashgabat on 4 March.
    Seminar date 2024-03-04; Seminar organizer organization/osce; Seminar place place/ashgabat
The OSCE Centre in Ashgabat facilitated a two-day seminar on 4 and 5 March for prosecutors.
    Seminar date 2024-03-04; Seminar end 2024-03-05; Seminar organizer OSCE Centre; Seminar place place/ashgabat
The Academy of Justice was the venue for a round table on ethics on 5 March.
    Seminar date 2024-03-05
In Tashkent on 5 March, prosecutors discussed cybercrime at a round table organized by UNODC.
    Seminar date 2024-03-05; Seminar place place/tashkent
A meeting of the Eurojust contact points in The Hague on 5 March discussed digital evidence.
    Meeting date 2024-03-05; Meeting place place/hague
Digital evidence topped the agenda of a meeting of Eurojust contact points in The Hague on 5 March.
    Meeting date 2024-03-05; Meeting place place/hague
Digital evidence was discussed at a meeting of Eurojust contact points in The Hague on 5 March.
    Meeting date 2024-03-05; Meeting place place/hague
Digital evidence was the focus of a workshop held in The Hague on 5 March.
    Seminar date 2024-03-05; Seminar place place/hague
A workshop on digital evidence, held in The Hague on 5 March, was attended by judges from Georgia.
    Seminar date 2024-03-05; Seminar place place/hague
The workshop was held in Baku on 5 March. The second was held in Astana in June last year.
    Seminar date 2023-06; Seminar date 2024-03-05; Seminar place place/astana; Seminar place place/baku
Kamran Aliyev handed over an invitation to an asset recovery seminar due to be held in Lausanne in June 2024.
    Seminar date 2024-06; Seminar place place/lausanne; Seminar status Planned
The session of the Council of Prosecutors General of Turkic States that Astana was to host on December 18 will take place online.
    Session date 2024-12-18; Session place place/astana; Session status Planned
Two days earlier, on 17 February, H.E. Mr. Berik Asylov, Prosecutor General of Kazakhstan, had talks in Astana with Mr. Kamran Aliyev, Prosecutor General of Azerbaijan.
    Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev; Meeting date 2024-02-17; Meeting place place/astana
On 9 and 10 June she will go to Bucharest for the annual conference of the Network, which the Ministry of Justice of Romania is hosting.
    Conference date 2024-06-09; Conference end 2024-06-10; Conference organizer organization/moj-ro; Conference place place/bucharest; Conference status Planned
The gathering was preceded on Wednesday by a forum at Istanbul University on "Law and Digital Borders," organized by the Justice Academy of Türkiye.
    Forum date 2024-03-06; Forum organizer organization/justice-academy-tr; Forum place place/istanbul
The handover marked the opening of a two-day course for forensic experts in Bishkek.
    Training place place/bishkek
Prosecutor General Kamran Aliyev travelled to London for the annual conference of the International Association of Prosecutors.
    Conference attendee Kamran Aliyev; Conference place place/london
Prosecutor General Kamran Aliyev will fly to London in September for the annual conference of the International Association of Prosecutors.
    Conference attendee Kamran Aliyev; Conference date 2024-09; Conference place place/london; Conference status Planned
The workshop was held in Baku on 5 March. It was the second since a similar one held in Tashkent in October 2023.
    Seminar date 2023-10; Seminar date 2024-03-05; Seminar place place/baku; Seminar place place/tashkent
The workshop was held in Baku on 5 March. The first took place in Tashkent in October 2023 and the next is planned for Bishkek in May.
    Seminar date 2023-10; Seminar date 2024-03-05; Seminar date 2024-05; Seminar place place/baku; Seminar place place/tashkent; Seminar status Planned
The conference took place in Lisbon on 5 March. Baku hosted the same conference in 2022.
    Conference date 2022; Conference date 2024-03-05; Conference place place/baku; Conference place place/lisbon
The conference took place in Lisbon on 5 March. The Office hosted the same conference in Baku in 2022. At the same conference Kamran Aliyev spoke.
    Conference attendee Kamran Aliyev; Conference date 2022; Conference date 2024-03-05; Conference place place/baku; Conference place place/lisbon; Conference speaker Kamran Aliyev
The seminar is due to be held in Lausanne in June 2024.
    Seminar date 2024-06; Seminar place place/lausanne; Seminar status Planned
The forum due to open in Lausanne in June will bring together 500 judges.
    Forum date 2024-06; Forum place place/lausanne; Forum status Planned
The summer school "Prosecutors and the Public Interest", which we are organising in Budapest together with the Ministry of Justice of Hungary on 1-5 July, is open to students.
    Training date 2024-07-01; Training end 2024-07-05; Training organizer organization/moj-hu; Training place place/budapest; Training status Planned
On March 10, Kamran Aliyev opened the international forum in Almaty.
    Forum attendee Kamran Aliyev; Forum date 2024-03-10; Forum place place/almaty; Forum speaker Kamran Aliyev
Kamran Aliyev, Prosecutor General of Azerbaijan, opened an international forum in Almaty on March 10.
    Forum attendee Kamran Aliyev; Forum date 2024-03-10; Forum place place/almaty; Forum speaker Kamran Aliyev
The General Assembly of the International Association of Prosecutors, convened in Baku, elected Ms. Osmonalieva as President.
    Session place place/baku
A seminar was held in Baku on 3 March 2024. A follow-up seminar is planned in Astana.
    Seminar place place/baku; Seminar place place/astana; Seminar status Held; Seminar status Planned
The conference opened in Baku on 5 March. Similar gatherings took place in Tbilisi in 2018 and in Ankara in 2021.
    Conference date 2018; Conference date 2021; Conference date 2024-03-05; Conference place place/ankara; Conference place place/baku; Conference place place/tbilisi
The conference opened in Baku on 5 March. Previous conferences were held in Tbilisi in 2018, in Ankara in 2021 and in Astana in 2022.
    Conference date 2018; Conference date 2021; Conference date 2022; Conference date 2024-03-05; Conference place place/ankara; Conference place place/astana; Conference place place/baku; Conference place place/tbilisi
A visit of judges to Luxembourg, announced for December, has been postponed until March 2025.
    Visit date 2025-03; Visit place state/LU; Visit status Planned
President of the Curia of Hungary Gergely Szalontai, whose delegation has been in Azerbaijan since Sunday at the invitation of the Supreme Court, signed a memorandum.
    Visit attendee Gergely Szalontai; Visit date 2024-03-10; Visit place state/AZ
This year's Conference (11-12 March), on the theme "Older Persons and Digital Services: Equal Access", was hosted by the Ombudsman Institution of Türkiye.
    Conference date 2024-03-11; Conference end 2024-03-12; Conference organizer organization/ombudsman-tr; Conference place state/TR; Conference theme Older Persons and Digital Services: Equal Access
The occasion was Wednesday's conference in Chisinau, "Judges in the Dock", which the Ministry of Justice of Moldova had put together with the Council of Europe.
    Conference date 2024-03-06; Conference place place/chisinau; Conference theme Judges in the Dock
Kamran Aliyev held bilateral meetings with Prosecutor General of Kazakhstan Berik Asylov, Attorney General of Qatar Issa Al Nuaimi and Prosecutor General of Georgia Giorgi Gabitashvili.
    Meeting attendee Berik Asylov; Meeting attendee Giorgi Gabitashvili; Meeting attendee Issa Al Nuaimi; Meeting attendee Kamran Aliyev
On Thursday the Superior Council of Magistracy elected Veronica Ciobanu as its chairwoman.
    Session date 2024-03-07
On 5 March the Parliamentary Committee on Legal Affairs approved a draft law on mediation.
    Session date 2024-03-05
Justice ministers of the Organization of Turkic States gathered in Istanbul on 5 March.
    Meeting date 2024-03-05; Meeting place place/istanbul
Some 50 prosecutors and investigators met in Tashkent on 5 March to discuss cybercrime.
    Meeting date 2024-03-05; Meeting place place/tashkent
Prosecutors from Kazakhstan and Uzbekistan gathered in Tashkent on 5 March to discuss cybercrime. The two-day workshop was organised by UNODC.
    Seminar date 2024-03-05; Seminar end 2024-03-06; Seminar organizer organization/unodc; Seminar place place/tashkent
The justice ministers will next meet in Budapest in 2027.
    Meeting date 2027; Meeting place place/budapest; Meeting status Planned
Round table on mediation in family disputes, organised by the Ministry of Justice of Azerbaijan in Baku on 5 March.
    Seminar date 2024-03-05; Seminar organizer organization/moj-az; Seminar place place/baku
A ceremony of handing over equipment took place in Bishkek on 5 March.
    Ceremony date 2024-03-05; Ceremony place place/bishkek
A presentation of the report was organised in Baku on 5 March by the Ministry of Justice.
    Event date 2024-03-05; Event organizer organization/moj-az; Event place place/baku
A public lecture was held at Baku State University on 5 March.
    Event date 2024-03-05; Event place place/baku
A delegation led by Kamran Aliyev, Prosecutor General of Azerbaijan, paid an official visit to Uzbekistan on March 4-6. On the second day of the visit Kamran Aliyev met with Nigmatilla Yuldoshev, Prosecutor General of Uzbekistan.
    Meeting attendee Kamran Aliyev; Meeting attendee Nigmatilla Yuldoshev; Meeting date 2024-03-05; Meeting place state/UZ; Visit attendee Kamran Aliyev; Visit date 2024-03-04; Visit end 2024-03-06; Visit place state/UZ
A two-day conference opened in Baku on 5 March. On the second day, Kamran Aliyev met with Berik Asylov, Prosecutor General of Kazakhstan.
    Conference date 2024-03-05; Conference end 2024-03-06; Conference place place/baku; Meeting attendee Berik Asylov; Meeting attendee Kamran Aliyev; Meeting date 2024-03-06
The Council of Prosecutors General of Turkic States held its 4th meeting in Minsk on 5 March. It last met in Tashkent on June 20, 2023.
    Meeting date 2024-03-05; Meeting place place/minsk; Session date 2023-06-20; Session place place/tashkent
Kamran Aliyev, Prosecutor General of Azerbaijan, arrived in Dushanbe on 5 March to attend the 5th Meeting of the Prosecutors General of the ECO Member States.
    Meeting attendee Kamran Aliyev; Meeting place place/dushanbe
A delegation attended a roundtable meeting held on 5 March in Istanbul. The meeting was chaired by President of the Constitutional Court of Türkiye Kadir Ozkaya.
    Seminar date 2024-03-05; Seminar place place/istanbul; Seminar attendee Kadir Ozkaya
Berik Asylov, Prosecutor General of Kazakhstan, met with Kamran Aliyev in Dushanbe on 5 March. He recalled the meeting held in Baku last September.
    Meeting date 2024-03-05; Meeting place place/dushanbe; Meeting date 2023-09; Meeting place place/baku
The meeting took place in Tbilisi on 5 March. It was attended by Police Attaché at the Embassy of Georgia in Baku Giorgi Safarov.
    Meeting place place/tbilisi
"""

_UNTOLD = """
The forum was to have been held in Almaty on 20 February but was cancelled.
    Forum status Held
The forum did not take place in Almaty on 5 March.
    Forum status Held
The sides discussed the training of investigators in Minsk.
    Training
The summer school has been held every year since 2013, except in 2020, when it was cancelled.
    Training status Cancelled
The forum is held annually in Almaty.
    Forum place place/almaty
The forum took place in Almaty on 5 March. Participants will travel to Astana on Friday for the closing session.
    Forum status Planned
The sides discussed the seminar. On the Azerbaijani side, Deputy Prosecutor General Elmira Novruzlu attended the seminar in Tashkent on 5 March.
    Seminar place state/AZ
A Turkish delegation visited Baku on 5 March. In November 2022 a Turkish delegation paid a visit to Bishkek and Osh.
    Visit place place/bishkek
The meeting took place in Tbilisi on 5 March. It was attended by Police Attaché at the Embassy of Georgia in Baku Giorgi Safarov.
    Meeting place place/baku
A reception took place on 5 March at the Embassy of Kazakhstan.
    Meeting place state/KZ
"""


def _pairs(table: str) -> list[tuple[str, set[str]]]:
    """Return the texts of a table, each with the facts that stand under it."""
    lines = table.strip().splitlines()
    return [(text, set(facts.strip().split("; "))) for text, facts in zip(lines[::2], lines[1::2], strict=True)]


@pytest.mark.parametrize(("sentences", "facts"), _pairs(_TOLD))
def test_an_event_is_read(sentences: str, facts: set[str]) -> None:
    assert facts <= told(sentences, "en")


@pytest.mark.parametrize(("sentences", "facts"), _pairs(_UNTOLD))
def test_what_did_not_happen_is_not_told(sentences: str, facts: set[str]) -> None:
    assert not facts & told(sentences, "en")
