"""Place words that the gazetteers lack: country adjectives, other names, regions, and words to be careful with.

Sources: adjectives after the "nationality" field of the CIA World Factbook (public domain); oblast and krai names after
the UNGEGN romanisation lists for Ukraine (2012) and Russia as English-language agencies print them; the rest from style
guides (AP, BBC). Keys and values are lower case. Add a row and a case in ``tests/test_places.py``.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: country adjective or people -> country (short English name).
ADJECTIVES: dict[str, str] = {
    word: country
    for country, words in {
        "afghanistan": "afghan afghans",
        "albania": "albanian albanians",
        "algeria": "algerian algerians",
        "argentina": "argentine argentinian argentines",
        "armenia": "armenian armenians",
        "australia": "australian australians",
        "austria": "austrian austrians",
        "azerbaijan": "azerbaijani azeri azerbaijanis",
        "bangladesh": "bangladeshi bangladeshis",
        "belarus": "belarusian belarusians",
        "belgium": "belgian belgians",
        "bolivia": "bolivian bolivians",
        "bosnia and herzegovina": "bosnian bosnians",
        "brazil": "brazilian brazilians",
        "bulgaria": "bulgarian bulgarians",
        "cambodia": "cambodian cambodians",
        "cameroon": "cameroonian",
        "canada": "canadian canadians",
        "chile": "chilean chileans",
        "china": "chinese",
        "colombia": "colombian colombians",
        "croatia": "croatian croatians croat croats",
        "cuba": "cuban cubans",
        "czechia": "czech czechs",
        "denmark": "danish danes",
        "ecuador": "ecuadorian ecuadorean",
        "egypt": "egyptian egyptians",
        "eritrea": "eritrean eritreans",
        "estonia": "estonian estonians",
        "ethiopia": "ethiopian ethiopians",
        "finland": "finnish finns",
        "france": "french",
        "georgia": "georgian georgians",
        "germany": "german germans",
        "ghana": "ghanaian",
        "greece": "greek greeks",
        "guatemala": "guatemalan guatemalans",
        "haiti": "haitian haitians",
        "honduras": "honduran hondurans",
        "hungary": "hungarian hungarians",
        "india": "indian indians",
        "indonesia": "indonesian indonesians",
        "iran": "iranian iranians",
        "iraq": "iraqi iraqis",
        "ireland": "irish",
        "israel": "israeli israelis",
        "italy": "italian italians",
        "japan": "japanese",
        "jordan": "jordanian jordanians",
        "kazakhstan": "kazakh kazakhs kazakhstani",
        "kenya": "kenyan kenyans",
        "kosovo": "kosovan kosovar",
        "kuwait": "kuwaiti kuwaitis",
        "kyrgyzstan": "kyrgyz",
        "latvia": "latvian latvians",
        "lebanon": "lebanese",
        "libya": "libyan libyans",
        "lithuania": "lithuanian lithuanians",
        "malaysia": "malaysian malaysians",
        "mali": "malian malians",
        "mexico": "mexican mexicans",
        "moldova": "moldovan moldovans",
        "mongolia": "mongolian mongolians",
        "morocco": "moroccan moroccans",
        "mozambique": "mozambican",
        "myanmar": "burmese",
        "nepal": "nepali nepalese",
        "netherlands": "dutch",
        "nicaragua": "nicaraguan",
        "nigeria": "nigerian nigerians",
        "north korea": "north korean|north koreans",
        "norway": "norwegian norwegians",
        "pakistan": "pakistani pakistanis",
        "palestine": "palestinian palestinians",
        "peru": "peruvian peruvians",
        "philippines": "philippine filipino filipinos",
        "poland": "polish poles",
        "portugal": "portuguese",
        "qatar": "qatari qataris",
        "romania": "romanian romanians",
        "russia": "russian russians",
        "rwanda": "rwandan rwandans",
        "saudi arabia": "saudi saudis",
        "senegal": "senegalese",
        "serbia": "serbian serbians serb serbs",
        "slovakia": "slovak slovaks",
        "slovenia": "slovenian slovenians",
        "somalia": "somali somalis",
        "south africa": "south african|south africans",
        "south korea": "south korean|south koreans",
        "spain": "spanish spaniards",
        "sri lanka": "sri lankan|sri lankans",
        "sudan": "sudanese",
        "sweden": "swedish swedes",
        "switzerland": "swiss",
        "syria": "syrian syrians",
        "taiwan": "taiwanese",
        "tajikistan": "tajik tajiks",
        "tanzania": "tanzanian",
        "thailand": "thai thais",
        "tunisia": "tunisian tunisians",
        "turkey": "turkish turks",
        "turkmenistan": "turkmen",
        "uganda": "ugandan ugandans",
        "ukraine": "ukrainian ukrainians",
        "united arab emirates": "emirati emiratis",
        "united kingdom": "british britons",
        "united states": "american americans",
        "uzbekistan": "uzbek uzbeks",
        "venezuela": "venezuelan venezuelans",
        "vietnam": "vietnamese",
        "yemen": "yemeni yemenis",
        "zambia": "zambian zambians",
        "zimbabwe": "zimbabwean zimbabweans",
    }.items()
    for word in (words.split("|") if "|" in words else words.split())
}

#: another name -> the canonical chain, from itself outward.
ALIASES: dict[str, tuple[str, ...]] = {
    "türkiye": ("turkey",),
    "turkiye": ("turkey",),
    "u.s.": ("united states",),
    "us": ("united states",),
    "usa": ("united states",),
    "u.s.a.": ("united states",),
    "america": ("united states",),
    "uk": ("united kingdom",),
    "u.k.": ("united kingdom",),
    "britain": ("united kingdom",),
    "great britain": ("united kingdom",),
    "uae": ("united arab emirates",),
    "dprk": ("north korea",),
    "burma": ("myanmar",),
    "czech republic": ("czechia",),
    "holland": ("netherlands",),
    "ivory coast": ("ivory coast",),
    "drc": ("democratic republic of the congo",),
    "dr congo": ("democratic republic of the congo",),
    "england": ("england", "united kingdom"),
    "scotland": ("scotland", "united kingdom"),
    "wales": ("wales", "united kingdom"),
    "northern ireland": ("northern ireland", "united kingdom"),
    "moscow": ("moscow", "russia"),
    "kyiv": ("kyiv", "ukraine"),
    "khan younis": ("khan younis", "gaza strip", "palestine"),
    "rafah": ("rafah", "gaza strip", "palestine"),
    "jabalia": ("jabalia", "gaza strip", "palestine"),
    "nuseirat": ("nuseirat", "gaza strip", "palestine"),
    "gaza": ("gaza strip", "palestine"),
    "gaza strip": ("gaza strip", "palestine"),
    "gaza city": ("gaza city", "gaza strip", "palestine"),
    "west bank": ("west bank", "palestine"),
    "palestine": ("palestine",),
    "palestinian territories": ("palestine",),
    "east jerusalem": ("east jerusalem",),
    "jerusalem": ("jerusalem",),
    "golan heights": ("golan heights",),
    "donbas": ("donbas", "ukraine"),
    "donbass": ("donbas", "ukraine"),
    "crimea": ("crimea", "ukraine"),
    "sevastopol": ("sevastopol", "crimea", "ukraine"),
    "kiev": ("kyiv", "ukraine"),
    "derna": ("derna", "libya"),
    "darnah": ("derna", "libya"),
    "kharkov": ("kharkiv", "kharkiv oblast", "ukraine"),
    "odessa": ("odesa", "odesa oblast", "ukraine"),
    "lvov": ("lviv", "lviv oblast", "ukraine"),
    "kremlin": ("moscow", "russia"),
    "white house": ("washington", "district of columbia", "united states"),
    "pentagon": ("washington", "district of columbia", "united states"),
    "new york": ("new york city", "new york", "united states"),
    "new york city": ("new york city", "new york", "united states"),
    "new york state": ("new york", "united states"),
    "washington state": ("washington state", "united states"),
    "washington": ("washington", "district of columbia", "united states"),
    "washington d.c.": ("washington", "district of columbia", "united states"),
    "darfur": ("darfur", "sudan"),
    "tigray": ("tigray", "ethiopia"),
    "kashmir": ("kashmir",),
    "chechnya": ("chechnya", "russia"),
    "dagestan": ("dagestan", "russia"),
    "ingushetia": ("ingushetia", "russia"),
    "tatarstan": ("tatarstan", "russia"),
    "bashkortostan": ("bashkortostan", "russia"),
    "siberia": ("siberia", "russia"),
    "catalonia": ("catalonia", "spain"),
    "anatolia": ("anatolia", "turkey"),
    "nagorno karabakh": ("nagorno-karabakh", "azerbaijan"),
    "abkhazia": ("abkhazia", "georgia"),
    "south ossetia": ("south ossetia", "georgia"),
    "transnistria": ("transnistria", "moldova"),
    "kurdistan": ("kurdistan",),
    "bombay": ("mumbai", "india"),
    "calcutta": ("kolkata", "india"),
    "rangoon": ("yangon", "myanmar"),
    "saigon": ("ho chi minh city", "vietnam"),
    "peking": ("beijing", "china"),
}

#: aliases that stand for a government as often as for a town.
GOVERNMENTS = frozenset({"kremlin", "white house", "pentagon", "washington", "moscow", "kyiv", "kiev"})

#: towns whose name is never meant as a town in running text.
NEVER = _words(
    "january february march april may june july august september october november december monday friday sunday "
    "saturday of the a an us me police"
)

#: subdivisions whose names are plain words: they count only with "province" or "region" behind them
PLAIN_AREAS = _words(
    "gulf central centre center capital coast delta north south east west northern southern eastern western northeast "
    "northwest southeast southwest lakes littoral savannah river rivers highland highlands islands bay plateau upper "
    "lower mountain interior maritime federal national metropolitan union unity"
)

#: base name of a region -> country. Printed "Kursk Oblast", "Kursk region", "Perm Krai".
OBLASTS: dict[str, str] = {
    **dict.fromkeys(
        (
            *("cherkasy", "chernihiv", "chernivtsi", "dnipropetrovsk", "donetsk", "ivano-frankivsk", "kharkiv"),
            *("kherson", "khmelnytskyi", "kirovohrad", "kyiv", "luhansk", "lviv", "mykolaiv", "odesa", "poltava"),
            *("rivne", "sumy", "ternopil", "vinnytsia", "volyn", "zakarpattia", "zaporizhzhia", "zhytomyr"),
        ),
        "ukraine",
    ),
    **dict.fromkeys(
        (
            *("amur", "arkhangelsk", "astrakhan", "belgorod", "bryansk", "chelyabinsk", "irkutsk", "ivanovo"),
            *("kaliningrad", "kaluga", "kemerovo", "kirov", "kostroma", "kurgan", "kursk", "leningrad", "lipetsk"),
            *("magadan", "moscow", "murmansk", "nizhny novgorod", "novgorod", "novosibirsk", "omsk", "orenburg"),
            *("oryol", "penza", "pskov", "rostov", "ryazan", "sakhalin", "samara", "saratov", "smolensk"),
            *("sverdlovsk", "tambov", "tomsk", "tula", "tver", "tyumen", "ulyanovsk", "vladimir", "volgograd"),
            *("vologda", "voronezh", "yaroslavl", "krasnodar", "krasnoyarsk", "primorsky", "stavropol"),
            *("khabarovsk", "perm", "altai", "kamchatka", "zabaykalsky"),
        ),
        "russia",
    ),
}
#: other spellings of a base name.
OBLAST_SPELLINGS = {
    "kiev": "kyiv",
    "kharkov": "kharkiv",
    "odessa": "odesa",
    "lugansk": "luhansk",
    "zaporizhia": "zaporizhzhia",
    "zaporozhye": "zaporizhzhia",
    "vinnytsya": "vinnytsia",
    "orel": "oryol",
    "nikolaev": "mykolaiv",
    "transcarpathia": "zakarpattia",
}

#: words of area behind a name.
AREA_WORDS = _words(
    "oblast region province krai prefecture governorate county district republic state territory department "
    "municipality city regions provinces oblasts"
)

#: countries and big towns that are also persons or words: only in a place context.
AMBIGUOUS = _words(
    "jordan georgia chad jersey guinea reading nice mobile split cork orange bath sale deal rugby most male "
    "police young best same of man independence enterprise liberty surprise hull bari leon lima salvador santiago "
    "victoria florence sydney charlotte austin jackson lincoln houston madison hamilton nelson kent chester "
    "lancaster carson aurora columbus cleveland dallas denver santos vladimir valencia vincent marion mary ali "
    "salem san santa clinton lee wells bush buffalo phoenix paradise union central north south east west mission "
    "university media temple normal hope rich many bar man mansfield stanley sterling preston bradford warren "
    "wayne franklin arlington anderson kingston jose luis pablo carolina virginia christian soldier "
    "along begun roman barry bolton crosby douglas gary irving kirk lawrence lewis logan norman perry pierre "
    "russell sherman troy tyler allen barrow bell burns "
)

#: what follows a place name when it is really an outlet, a firm or a school.
NAME_TAILS = _words(
    "post times independent herald tribune journal gazette guardian mail mirror sun star telegraph observer "
    "chronicle news today review press university college institute school airlines airways united fc club bank "
    "stock exchange securities motors petroleum energy group inc corp ltd magazine daily weekly globe examiner "
    "dispatch inquirer register sentinel bee broadcaster television tv radio film festival agreement accords "
    "convention marathon clippers lakers knicks yankees giants jets bulls bears patriots cowboys rangers"
)

#: capitalised words that may follow a town that is meant as a town ("Kyiv Mayor Vitali Klitschko").
TITLES = _words(
    "mayor governor police city military court airport station hospital prosecutor prosecutors council regional "
    "oblast region province county district metro embassy mission president prime minister time"
)
