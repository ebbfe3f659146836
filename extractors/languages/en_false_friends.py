"""English words beside a number that make it a date, a name, an age or a score. Data only."""

from __future__ import annotations

from extractors.languages.language import words

MONTHS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec
    """
)

#: a number right after one of these is a name, not a quantity
NUMBERED = words(
    """
    no nos number numbers article articles chapter section page pages route highway interstate flight room floor
    line phase stage level category grade class type version volume issue episode season series resolution title
    rule magnitude channel gate platform terminal lane district ward precinct zone sector block unit apartment apt
    suite building pier exit bus train tram apollo boeing airbus tesla model iphone galaxy windows formula area pope
    world day week year month lap round game set match week quarter item step figure table paragraph para clause
    bill act proposition prop measure amendment code box gen generation tier top scale rank ranked part vol order
    aged age ages gmt bst est utc dial call tel phone fax psalm verse covid web llama gpt rover mark mk camp base
    s&p p sp s&p/asx s&p/tsx asx tsx
    nasdaq stoxx dow dax ftse cac nikkei russell topix playstation xbox usb bluetooth ubuntu android ios iso fig pp
    row size latitude longitude hr sr theorem called calling dial dialled dialed sector hangar mach boulevard
    hospital school regiment brigade division battalion company squadron channel radio fm am group
    """
)
AGE_WORDS = words(
    """
    aged age ages aging older younger
    """
)
SCORE_WORDS = words(
    """
    win won beat beaten lost lose defeat defeated draw drew drawn score scored scoring lead led leading trailed
    victory thrashed edged set sets match tie vote voted ruling ruled decision record
    """
)
#: words before "half of" that make it a stretch of time or of a match, and no share
HALVES_BEFORE = words("first second latter last opening closing early late 1st 2nd top bottom")

#: "this one", "the one who", "one can see": words around "one" that make it a pronoun
BEFORE_ONE = words("same this that each which every the another any other no first last next right wrong new old")
AFTER_ONE = words(
    """
    who that which whom whose he she they i we you it is was are were has had in on at across for from with by to into
    can could may might must should would will cannot does did and but or
    """
)
MODALS = words("can could may might must should would will cannot")
