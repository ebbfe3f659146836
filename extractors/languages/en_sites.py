"""English nouns for where within a place something happens: its dead are a part of the place's. Data only."""

from __future__ import annotations

from extractors.languages.language import table, words

#: site -> nouns that name it; the site stands for all of them
_SITES = table(
    """
    airport: airport, terminal, runway, departure hall
    station: station, metro, subway, underground, platform
    hospital: hospital, clinic, ward, infirmary, morgue
    school: school, kindergarten, classroom, nursery, college, campus, university, dormitory
    market: market, bazaar, mall, supermarket, shop, store, souk
    worship: church, mosque, temple, synagogue, cathedral, shrine, monastery
    bar: bar, restaurant, cafe, café, pub, nightclub, club, disco
    alley: alley, bowling alley
    hotel: hotel, resort, hostel, guesthouse
    stage: festival, concert, theatre, theater, arena, cinema, hall, ballroom
    stadium: stadium, pitch, gate
    camp: camp, shelter, settlement, tent
    prison: prison, jail, detention centre, police station, barracks
    office: headquarters, office, embassy, consulate, ministry, palace
    plant: factory, plant, mill, mine, shaft, refinery, warehouse, workshop, depot
    house: apartment, flat, tower, block, basement, cellar
    care home: care home, nursing home, home for the elderly, retirement home
    road: bridge, highway, motorway, tunnel, checkpoint, crossing
    ship: ferry, boat, ship, lifeboat, deck, cabin
    carriage: carriage, coach, train, bus, car, cockpit
    village: village, hamlet, suburb, neighbourhood, neighborhood, slum, favela, township
    coast: coast, beach, island, islet, delta, valley, hillside, mountain
    capital: capital
    abroad: abroad, overseas
    elsewhere: elsewhere
    """
)
SITES: dict[str, str] = {**_SITES, **{f"{word}s": site for word, site in _SITES.items()}}
#: these part a place even where no other site is named
ALWAYS = frozenset({"elsewhere", "abroad", "capital"})
#: what is a part of a place only with a word that says which part
REGIONS = words(
    "area region territory part zone north south east west northwest northeast southwest southeast side sector"
)
#: regions that say nothing without such a word; "the north" does
PLAIN_REGIONS = words("area region territory part zone side sector")
#: endings and words that say which part
WHICH = words("held controlled run administered occupied")
PARTS = words(
    """
    government rebel opposition northern southern eastern western central coastal rural urban other remaining
    neighbouring neighboring
    """
)
#: prepositions of place before a site
AT = words("at in inside on aboard near outside across throughout from")
