"""English words for what news counts: classes, what narrows them, nationalities. Data only.

Each line is ``class: word, word`` with singular lemmas; classes are rows of ``news.measures.CLASSES``. Sources: the
most frequent counted nouns of a sample of news articles, the terms of IDMC and of conflict recorders.
"""

from __future__ import annotations

from extractors.languages.language import table, words
from news.measures import NARROWING, OFTEN_LEFT_OUT

CLASSES = table(
    """
    person: person, people, individual, human, national, inhabitant, life, soul, relative, family member,
        bystander, foreigner, citizen, member, participant, attendee, visitor, tourist, guest, fan, spectator,
        mourner, pilgrim, believer, parent, sibling, friend, settler, villager, population, minority, nationals,
        celebrity, fatality, death, dead, injury, casualty, survivor, suspect, defendant, man-woman
    soldier: soldier, troop, troops, serviceman, servicemen, servicewoman, servicemember, reservist, conscript,
        recruit, fighter, marine, paratrooper, commando, mercenary, contractor, combatant, infantryman, personnel,
        sailor, airman, warrior, peacekeeper, serviceperson, personnel member, draftee, guardsman, military
    civilian: civilian, noncombatant, non-combatant
    child: child, kid, infant, baby, toddler, minor, teenager, teen, youngster, boy, girl, newborn, schoolchild,
        schoolgirl, schoolboy, orphan, adolescent, youth
    woman: woman, female, mother, wife, widow
    man: man, male, father, husband
    militant: militant, terrorist, insurgent, rebel, extremist, jihadist, operative, guerrilla, gangster, gang member,
        bandit, fighter-militant
    attacker: attacker, assailant, gunman, hijacker, bomber, shooter, perpetrator
    officer: officer, policeman, police, policewoman, guard, firefighter, agent, cop, trooper, gendarme
    worker: worker, employee, staff, staffer, employees, workforce, labourer, laborer, miner, nurse, doctor,
        teacher, engineer, driver, farmer, lawyer, physician, workman, crew, contractor-worker, fisherman, medic,
        paramedic, rescuer, manager, builder, colleague, professional, trader, headcount, steelworker, autoworker,
        actor, writer, pilot, dockworker, midwife
    student: student, pupil, graduate, undergraduate, schoolmate, cadet
    patient: patient, inpatient
    voter: voter, elector, constituent
    demonstrator: demonstrator, protester, protestor, marcher, activist, crowd, rioter, supporter, picket,
        striker, ralliers
    migrant: migrant, refugee, asylum seeker, asylum-seeker, immigrant, seeker, evacuee, returnee, deportee, arrival,
        idp, idps, displaced person
    hostage: hostage, captive, abductee
    prisoner: prisoner, inmate, detainee, convict, pow, prisoner of war
    resident: resident, local, townspeople, neighbour, neighbor, islander, dweller, homeowner, tenant
    passenger: passenger, commuter, traveller, traveler, flier, flyer, occupant
    customer: customer, client, user, subscriber, shopper, member-customer, policyholder, depositor,
        guest-customer, borrower, consumer, follower, taxpayer, viewer, holder
    journalist: journalist, reporter, correspondent, photographer
    aid worker: aid worker, humanitarian
    body: body, corpse, remains
    victim: victim, sufferer
    household: household, family
    building: building, structure, property, premise, facility, house of worship, church, mosque, temple,
        office, bridge, factory, plant, warehouse, apartment block, shop-house, block, tower, dam,
        pylon, checkpoint, police post, border post, security post, military post, army post, guard post,
        electricity post, tension post, power post, power pole, power line, pipeline
    home: home, house, dwelling, apartment, flat, residence, housing unit, housing, hut, bungalow, villa
    school: school, university, college, kindergarten, classroom
    hospital: hospital, clinic
    store: store, shop, outlet, supermarket, branch, restaurant, location, market
    vehicle: vehicle, car, truck, bus, lorry, van, tractor, train, carriage, motorcycle, motorbike, bicycle,
        ambulance, jeep, convoy
    tank: tank
    aircraft: aircraft, plane, airplane, aeroplane, jet, helicopter, flight, airliner, warplane
    drone: drone, uav, unmanned aerial vehicle, shahed
    missile: missile, rocket, projectile, shell, bomb, munition, warhead, round, interceptor, mine
    ship: ship, boat, vessel, ferry, tanker, warship, submarine, dinghy, freighter
    animal: animal, cow, sheep, pig, bird, chicken, dog, cat, horse, whale, elephant, cattle, fish, turtle,
        deer, wolf, goat, livestock, hen
    territory: territory, land, ground, area, soil
    settlement: settlement, village, town, community, city, municipality, hamlet, district
    job: job, position, post, role, work place, opening, vacancy, redundancy, layoff, lay-off, hire, payroll,
        workplace
    vote: vote, ballot, ballot box, ballot paper
    seat: seat, mandate
    account: account, profile, login, password, mailbox
    record: record, file, document, dataset, entry, data point, email, e-mail
    case: case, infection, diagnosis, outbreak, hospitalisation, hospitalization, complaint
    attack: attack, strike, raid, airstrike, air strike, assault, bombardment, incident, sortie, explosion,
        blast, shooting, clash, wildfire, fire, earthquake, aftershock, bombing
    company: company, firm, business, employer, bank, startup, start-up, manufacturer, supplier, enterprise
    country: country, nation, state
    """
)

#: class -> unit of a figure that counts it, where it is not the class itself
UNITS_OF_CLASSES: dict[str, str] = {"customer": "person"}

#: nouns that only hold a number; what is counted stands behind them ("the toll", "a count of 5,087")
CARRIERS = words(
    """
report claim warning
    number figure count toll tally total estimate assessment sum amount rate share proportion percentage level size
    report list attendance turnout crowd volume record average half majority quarter third fifth result statistic
    data death-toll group rest score margin lead range pair forecast projection claim series kind majority balance
    value body-count headcount combination
    """
)
#: groups that stand for their members ("a grouping 50,000 strong")
COLLECTIVES = words(
    """
    force contingent army grouping garrison convoy crew team unit workforce staff crowd
    """
)

#: lower-case words that narrow what is counted in a way that matters for comparison
RESTRICTORS = NARROWING | OFTEN_LEFT_OUT
#: restrictors that mean the same
RESTRICTOR_SYNONYMS: dict[str, str] = {
    **dict.fromkeys(("white-collar", "office"), "corporate"),
    **dict.fromkeys(("private", "private-sector"), "private-sector"),
    **dict.fromkeys(("public", "public-sector", "government", "state-sector"), "government"),
    **dict.fromkeys(("nonfarm", "non-farm"), "nonfarm"),
    **dict.fromkeys(("unionised", "unionized"), "unionised"),
    **dict.fromkeys(("armoured", "armored"), "armoured"),
    **dict.fromkeys(("health", "healthcare", "medical"), "health"),
    **dict.fromkeys(("tech", "technology"), "technology"),
    **dict.fromkeys(("irregular", "undocumented", "illegal"), "irregular"),
}

_NATIONALITIES = """
    afghan albanian algerian american argentine argentinian armenian australian austrian azerbaijani bahraini
    bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian cameroonian
    canadian chadian chechen chilean chinese colombian congolese croatian cuban cypriot czech danish djiboutian
    dominican dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european filipino finnish
    french gabonese gambian georgian german ghanaian greek guatemalan guinean haitian honduran hungarian icelandic
    indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan
    kosovan kurdish kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian macedonian malagasy
    malawian malaysian malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan mozambican
    namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian
    paraguayan peruvian philippine polish portuguese qatari romanian russian rwandan salvadoran saudi scottish
    senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik
    tanzanian thai tibetan togolese tunisian turkish turkmen ugandan ukrainian uruguayan uyghur uzbek venezuelan
    vietnamese welsh yemeni zambian zimbabwean rohingya catalan basque tamil
"""
#: two-word nationalities are found by their last word and the word before it
NATIONALITIES = frozenset(_NATIONALITIES.split()) | {
    "north korean",
    "south korean",
    "south african",
    "south sudanese",
    "saudi arabian",
    "new zealand",
    "sri lankan",
    "puerto rican",
    "costa rican",
    "papua new guinean",
    "sierra leonean",
}
