"""What constructions of Russian reports tell: one line each, with what must be told and what must not (after "not ")."""

import pytest

from tests.unit.telling import sorted_out, told

MINISTERS = "В Баку министр юстиции Грузии Леван Кикнадзе встретился с министром юстиции Азербайджана Фаридом Ахмадовым. "
COURTS = "Председатель Верховного суда Казахстана Ержан Жумагулов провёл переговоры с председателем Верховного суда Турции Мурадом Языджи. "

CONSTRUCTIONS = [
    # who heads a body is called by its post
    ("Глава Минюста Узбекистана Камрон Хасанов прибыл с визитом в Баку.", ["post Камрон Хасанов Minister organization/moj-uz"]),
    ("Руководитель Генпрокуратуры Казахстана Айдос Нурланов прибыл с визитом в Баку.",
     ["post Айдос Нурланов ProsecutorGeneral organization/pgo-kz"]),
    ("Министр внутренних дел Кыргызстана Нурлан Мамытов прибыл в Ош. 5 марта глава ведомства принял посла Турции Левента Шахина.",
     ["Meeting attendee Нурлан Мамытов", "Meeting attendee Левент Шахин"]),
    # those who met, told in the plural
    (MINISTERS + "Министры подписали меморандум.",
     ["Memorandum signatory organization/moj-ge", "Memorandum signatory organization/moj-az"]),
    (MINISTERS + "Главы ведомств подписали меморандум.",
     ["Memorandum signatory organization/moj-ge", "Memorandum signatory organization/moj-az"]),
    (COURTS + "Председателями двух судов подписан меморандум.",
     ["Memorandum signatory organization/supreme-court-kz", "Memorandum signatory organization/supreme-court-tr"]),
    # what was discussed was not said by one
    (MINISTERS + "Министры обсудили обмен опытом.", ["not Meeting speaker Леван Кикнадзе"]),
    (MINISTERS + "Л.Кикнадзе отметил важность обмена опытом.", ["Meeting speaker Леван Кикнадзе"]),
    # who signs at an event is there
    ("В Баку прошёл форум. По его итогам меморандум подписали министр юстиции Грузии Леван Кикнадзе и посол Китая Чжао Мин.",
     ["Forum attendee Леван Кикнадзе", "Forum attendee Чжао Мин"]),
    # clauses about an event that the verb or a relative clause holds
    ("Генпрокурор Грузии Леван Кикнадзе провёл встречу с генпрокурором Армении Гагиком Саркисяном, в ходе которой министр юстиции Грузии "
     "Бека Дзамашвили отметил важность обмена опытом.", ["Meeting speaker Бека Дзамашвили"]),
    ("Заседание Комиссии ТюркПА, которое планировалось провести 18 марта в Чолпон-Ате, не состоится.",
     ["Session date 2024-03-18", "Session place place/cholpon-ata", "Session status Cancelled"]),
    ("20 марта в Астане состоится форум. Председательствовать на нём будет министр юстиции Казахстана Азамат Ескараев.",
     ["Forum attendee Азамат Ескараев"]),
    # a body that sits
    ("10 марта в Самарканде заседала Сеть учебных заведений.", ["Session place place/samarkand", "Session date 2024-03-10"]),
    # one gathering under two nouns
    ("5 марта в Самарканде прошла конференция. Организаторами форума выступили Минюст Узбекистана и Минюст Турции.",
     ["Conference organizer organization/moj-uz", "Conference organizer organization/moj-tr", "not Forum"]),
    # all meetings told before
    ("5 марта генпрокурор Грузии Леван Кикнадзе принял посла Турции Левента Шахина. 6 марта он провёл встречу с послом Китая "
     "Чжао Мином. На встречах присутствовал заместитель генпрокурора "
     "Грузии Бека Дзамашвили.", ["Meeting attendee Бека Дзамашвили"]),
    # a former holder of a post is not meant by it
    ("Генпрокурор Грузии Бека Дзамашвили прибыл в Баку. Там же находится бывший генпрокурор Грузии Леван Кикнадзе. "
     "Генпрокурор встретился с министром юстиции Азербайджана Фаридом Ахмадовым.",
     ["Meeting attendee Бека Дзамашвили", "not Meeting attendee Леван Кикнадзе"]),
    # surnames that are not declined
    ("Генпрокурор Грузии Леван Кикнадзе принял посла Азербайджана Тогрула Зейналлы.", ["Meeting attendee Тогрул Зейналлы"]),
    ("Генпрокурор Грузии Леван Кикнадзе принял посла Турции Али Ерликая.", ["Meeting attendee Али Ерликая"]),
    # bodies told by their letters
    ("Председатель КС Грузии Нана Гелашвили провела встречу в Батуми с представителем ГП Казахстана Асланом Омаровым.",
     ["post Нана Гелашвили President organization/constitutional-court-ge", "Meeting participant organization/pgo-kz"]),
    # leaders of delegations
    ("В Баку с визитом находится делегация Верховного суда Казахстана во главе с его председателем Даулетом Сарсенбаевым.",
     ["Visit attendee Даулет Сарсенбаев", "Visit participant organization/supreme-court-kz"]),
    ("Делегация Генеральной прокуратуры КНР во главе с заместителем генерального прокурора Линь Хуа прибыла с визитом в Баку.",
     ["post Линь Хуа DeputyProsecutorGeneral organization/pgo-cn"]),
    ("В заседании в Бишкеке участвовали делегации МВД Азербайджана и Узбекистана под руководством заместителей министров Анара Садыгова "
     "и Шухрата Каримова.",
     ["post Анар Садыгов DeputyMinister organization/mia-az", "post Шухрат Каримов DeputyMinister organization/mia-uz"]),
    # a post shared by several, and one told with a pronoun
    ("В семинаре в Баку участвовали генеральные прокуроры Казахстана Берик Асылов, Узбекистана Нигматилла Юлдашев и Кыргызстана "
     "Курманкул Зулушев.", ["post Берик Асылов ProsecutorGeneral organization/pgo-kz",
     "post Нигматилла Юлдашев ProsecutorGeneral organization/pgo-uz", "post Курманкул Зулушев ProsecutorGeneral organization/pgo-kg"]),
    ("Министр юстиции Грузии Леван Кикнадзе провёл встречи с министрами юстиции Узбекистана Шерзодом Рахимовым и Турции Серканом "
     "Айдоганом.", ["post Серкан Айдоган Minister organization/moj-tr", "Meeting attendee Серкан Айдоган"]),
    ("Делегация побывала в Академии правосудия Турции, президент которой Мурат Динчер провёл встречу с послом Казахстана Асланом "
     "Оспановым.", ["post Мурат Динчер President organization/justice-academy-tr", "Meeting attendee Мурат Динчер"]),
    ("Министр юстиции Грузии Леван Кикнадзе и его заместитель Бека Дзамашвили прибыли с визитом в Баку.",
     ["post Бека Дзамашвили DeputyMinister organization/moj-ge"]),
    # people told by where they come from
    ("В семинаре в Баку участвовали судьи из Узбекистана и Казахстана, а также наблюдатели из Туркменистана.",
     ["Seminar participant state/UZ", "Seminar participant state/KZ", "Seminar participant state/TM"]),
    # events of several days, and what is said at their opening
    ("Сегодня в Баку завершился двухдневный семинар «Возврат активов».", ["Seminar date 2024-03-11", "Seminar end 2024-03-12"]),
    ("В Баку открылся форум. В рамках форума состоялась церемония вручения наград. Выступивший на открытии посол Китая Чжао Мин отметил "
     "важность сотрудничества.", ["Forum speaker Чжао Мин", "not Ceremony speaker Чжао Мин"]),
    # those who came together for what the text is at
    ("В Туркестане состоялось заседание Совета генеральных прокуроров ОТГ. Для участия в нём в город съехались министр юстиции Грузии "
     "Леван Кикнадзе и посол Китая Чжао Мин.", ["Session attendee Леван Кикнадзе", "Session attendee Чжао Мин"]),
    # states before names, bodies of several states, those greeted
    ("В Бишкеке состоялось заседание Координационного совета генеральных прокуроров СНГ, в котором приняли участие генеральные прокуроры "
     "Азербайджана – Эльнур Байрамов, Беларуси – Виктор Сакович и Узбекистана – Жасур Турдиев.",
     ["Session attendee Виктор Сакович", "Session attendee Жасур Турдиев", "post Виктор Сакович ProsecutorGeneral organization/pgo-by"]),
    ("На заседание в Алматы прибыли представители компетентных органов Азербайджана и Турции.",
     ["Session participant state/AZ", "Session participant state/TR", "Session place place/almaty"]),
    ("В Бишкеке прошло заседание Совета министров юстиции ОТГ. Участников – министров юстиции Азербайджана Вугара Дадашова и Казахстана "
     "Аскара Нурпеисова – поприветствовала министр юстиции Кыргызстана Меэрим Токтосунова.",
     ["Session attendee Вугар Дадашов", "Session attendee Аскар Нурпеисов", "Session speaker Меэрим Токтосунова",
      "not Session speaker Вугар Дадашов"]),
    # whom a pronoun means, and guests received apart
    ("Судья Верховного суда Турции Мелике Арслан выступила на семинаре в Ташкенте. Накануне её принял министр юстиции Узбекистана "
     "Бобур Исмаилов.", ["Meeting attendee Мелике Арслан", "Meeting attendee Бобур Исмаилов", "Seminar place place/tashkent"]),
    # members and leaders of delegations in clauses of their own
    ("Делегация Верховного суда Казахстана, в состав которой входят судьи Айгуль Бекова и Руслан Осмонов, прибыла с визитом в Баку.",
     ["Visit attendee Айгуль Бекова", "Visit attendee Руслан Осмонов"]),
    ("Делегация Верховного суда Казахстана, возглавляемая председателем Даулетом Сарсенбаевым, приняла участие в семинаре в Баку.",
     ["Seminar attendee Даулет Сарсенбаев", "Seminar participant organization/supreme-court-kz"]),
    # bodies called after those in them
    ("Президент Союза нотариусов тюркского мира Алмагуль Садвакасова прибыла с визитом в Баку.",
     ["post Алмагуль Садвакасова President Союз нотариусов тюркского мира"]),
    ("В Баку прошло заседание Совета академий юстиции ОТГ.", ["Session framework Совет академий юстиции ОТГ"]),
    ("Директор Высшей школы правосудия Кыргызстана Тимур Абдылдаев прибыл с визитом в Баку.",
     ["post Тимур Абдылдаев Director Высшая школа правосудия Кыргызстана"]),
    # a kind of office that more states have than the known one
    ("В семинаре в Баку участвовала ректор Академии юстиции Грузии Анна Беридзе.",
     ["post Анна Беридзе Rector organization/justice-academy-ge", "not Seminar participant organization/justice-academy-az"]),
    # a day, a place, a whole phrase between a verb and the noun that belongs to it
    ("Министр юстиции Грузии Леван Кикнадзе принял 10 марта в Ташкенте участие в семинаре.",
     ["Seminar attendee Леван Кикнадзе", "Seminar date 2024-03-10", "Seminar place place/tashkent"]),
    ("Участие в форуме, организованном 10 марта Минюстом Узбекистана в Ташкенте, приняли посол Китая Чжао Мин и посол Турции Али Озкан.",
     ["Forum attendee Чжао Мин", "Forum attendee Али Озкан", "Forum date 2024-03-10", "Forum organizer organization/moj-uz"]),
    ("Министр юстиции Грузии Леван Кикнадзе провёл 10 марта в Ташкенте переговоры с министром юстиции Узбекистана Бобуром Исмаиловым.",
     ["Meeting date 2024-03-10", "Meeting place place/tashkent", "Meeting attendee Бобур Исмаилов"]),
    # who opened an event does not tell which it is
    ("5 марта в Самарканде прошла конференция. Организаторами форума, открытого министром юстиции Узбекистана Бобуром Исмаиловым, "
     "выступили Минюст Узбекистана и Минюст Турции.", ["Conference organizer organization/moj-tr", "not Forum"]),
    # posts of the one spoken of last, told with "he" or without a subject
    ("В Баку прибыл генпрокурор Грузии Марат Жаксылыков. Ранее он был первым заместителем министра юстиции Грузии, а с 2021 года занимал "
     "пост заместителя генерального секретаря Организации тюркских государств (ОТГ).",
     ["post Марат Жаксылыков DeputyMinister organization/moj-ge", "post Марат Жаксылыков DeputySecretaryGeneral organization/ots"]),
    ("В Баку прибыл генпрокурор Грузии Марат Жаксылыков. Прежде он возглавлял Верховный суд Грузии.",
     ["post Марат Жаксылыков President organization/supreme-court-ge"]),
    # a post in the genitive is not that of the subject after it
    ("Указом Президента Ерлан Мусабеков назначен министром юстиции Казахстана.",
     ["post Ерлан Мусабеков Minister organization/moj-kz", "not post Ерлан Мусабеков HeadOfState state/AZ"]),
    # who told what, said in passing
    ("Форум, как напомнили в Минюсте Грузии, состоится 5 мая в Батуми под председательством министра юстиции Грузии Левана Кикнадзе.",
     ["Forum place place/batumi", "Forum date 2024-05-05", "Forum attendee Леван Кикнадзе"]),
    ("В семинаре в Ташкенте, отмечает пресс-служба Минюста Грузии, участвовали прокуроры Казахстана.",
     ["Seminar participant organization/pgo-kz", "Seminar place place/tashkent"]),
    # offices and posts told without a state are those of the hosts of a visit
    ("Председатель Верховного суда Грузии Леван Кикнадзе прибыл с визитом в Узбекистан. Делегация встретилась с министром юстиции "
     "Бобуром Исмаиловым и побывала в Верховном суде.",
     ["post Бобур Исмаилов Minister organization/moj-uz", "Meeting participant organization/supreme-court-uz"]),
    ("Накануне прибывшая в Узбекистан с официальным визитом грузинская делегация побывала в Верховном суде, где по итогам переговоров с "
     "его председателем Бобуром Исмаиловым был подписан меморандум.",
     ["post Бобур Исмаилов Chairperson organization/supreme-court-uz", "Meeting participant organization/supreme-court-uz"]),
    # those included, and days of a row
    ("5 марта в Батуми прошла конференция, в которой приняли участие представители шести стран, включая Турцию и Украину.",
     ["Conference participant state/TR", "Conference participant state/UA"]),
    ("Семинар прошёл в Баку 3, 4 и 5 марта.", ["Seminar date 2024-03-03", "Seminar end 2024-03-05"]),
    # a participle tells the case of a name
    ("Генпрокурор Грузии Леван Кикнадзе поздравил Е.Мусабекова, на днях возглавившего Генпрокуратуру Казахстана.",
     ["post Е.Мусабеков ProsecutorGeneral organization/pgo-kz"]),
    ("Генпрокурор Грузии Леван Кикнадзе поздравил Ерлана Мусабекова, назначенного на днях генеральным прокурором Казахстана.",
     ["post Ерлан Мусабеков ProsecutorGeneral organization/pgo-kz"]),
    # a delegation told by its state alone
    ("В Баку с визитом находится председатель Верховного суда Грузии Леван Кикнадзе. Грузинская делегация провела встречу с министром "
     "юстиции Азербайджана Фаридом Ахмадовым.", ["Meeting participant organization/supreme-court-ge", "not Meeting participant state/GE"]),
    # the first event of an article, told by its end or by who spoke there
    ("5 марта в Ташкенте завершился семинар.", ["Seminar place place/tashkent", "Seminar date 2024-03-05"]),
    ("5 марта в Ташкенте открыл свою работу форум.", ["Forum place place/tashkent", "Forum date 2024-03-05"]),
    ("5 марта в Ташкенте министр юстиции Грузии Леван Кикнадзе выступил на семинаре.",
     ["Seminar date 2024-03-05", "Seminar place place/tashkent", "Seminar speaker Леван Кикнадзе"]),
    ("5 марта в Ташкенте министр юстиции Грузии Леван Кикнадзе поприветствовал участников семинара.",
     ["Seminar date 2024-03-05", "Seminar attendee Леван Кикнадзе"]),
    ("5 марта в Ташкенте прошли переговоры министра юстиции Грузии Левана Кикнадзе и посла Китая Чжао Мина.",
     ["Meeting attendee Леван Кикнадзе", "Meeting attendee Чжао Мин"]),
    ("5 марта Минюст Грузии подписал с Генпрокуратурой Узбекистана меморандум о сотрудничестве.",
     ["Memorandum signatory organization/moj-ge", "Memorandum signatory organization/pgo-uz", "Memorandum signed 2024-03-05"]),
    # organisers and speakers of the event that the text is at, told without a verb or without the event
    ("5 марта в Ташкенте прошёл семинар. Организатор – Академия юстиции Казахстана.",
     ["Seminar organizer organization/justice-academy-kz"]),
    ("5 марта в Ташкенте прошёл семинар. Организаторами стали Академия юстиции Казахстана и ПРООН.",
     ["Seminar organizer organization/justice-academy-kz", "Seminar organizer organization/undp"]),
    ("5 марта в Ташкенте прошёл семинар. Среди спикеров – министр юстиции Грузии Леван Кикнадзе и посол Китая Чжао Мин.",
     ["Seminar speaker Леван Кикнадзе", "Seminar speaker Чжао Мин"]),
    ("5 марта в Ташкенте прошёл семинар. Грузинскую делегацию возглавил министр юстиции Леван Кикнадзе.",
     ["post Леван Кикнадзе Minister organization/moj-ge"]),
    # the next of a row, and how long a visit is to last
    ("5 марта в Ташкенте прошёл семинар. Следующий семинар пройдёт в Баку в мае.",
     ["Seminar place place/baku", "Seminar date 2024-05", "Seminar status Planned"]),
    ("5 марта министр юстиции Грузии Леван Кикнадзе прибыл с визитом в Ташкент. Визит завершится 7 марта.", ["Visit end 2024-03-07"]),
    ("В Ташкенте стартовали курсы повышения квалификации.", ["Training place place/tashkent"]),
    # bodies called after somebody
    ("Ректор Университета имени Гейдара Алиева Анар Мамедов прибыл с визитом в Ташкент.",
     ["post Анар Мамедов Rector Университет имени Гейдара Алиева"]),
    ("Профессор Евразийского национального университета имени Л.Н. Гумилева (ЕНУ) Айгерим Бекова выступила на семинаре в Ташкенте.",
     ["post Айгерим Бекова Professor Евразийский национальный университет имени Л.Н. Гумилева"]),
    # a discussion is a part of the event that the text is at, a conference call of several no sitting
    ("5 марта в Ташкенте прошёл семинар. В дискуссии приняли участие министр юстиции Грузии Леван Кикнадзе и посол Китая Чжао Мин.",
     ["Seminar attendee Леван Кикнадзе", "not Meeting"]),
    ("Представители генпрокуратур Грузии и Молдовы провели накануне онлайн-совещание.", ["Meeting date 2024-03-11", "not Session"]),
    # a meeting of one with another, right after a verb
    ("Перспективы обсуждены на встрече министра юстиции Грузии Левана Кикнадзе с послом Китая Чжао Мином.", ["Meeting attendee Чжао Мин"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONSTRUCTIONS)
def test_construction(text: str, expected: list[str]) -> None:
    wanted, unwanted = sorted_out(expected)
    found = told(text, "ru")
    assert wanted <= found
    assert not unwanted & found
