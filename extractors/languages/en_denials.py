"""English words by which a number is rejected or doubted. Data only.

Sources: the verbs of the denial class of the cue table (``en_cues``) and the verdict words of published corrections.
"""

from __future__ import annotations

from extractors.languages.language import words

#: what a rejected number is called
FALSE = words(
    """
    wrong false untrue incorrect inaccurate exaggerated exaggeration inflated absurd nonsense lie lies fabrication
    fabricated misleading unfounded baseless mistaken mistake fake invented myth rumour rumor rumours rumors fiction
    erroneous error bogus overblown overstated implausible ridiculous ludicrous propaganda disinformation misinformation
    manipulated doctored falsehood hoax invalid outdated discredited farcical preposterous delusional unreliable
    """
)
#: what a number is called that stands; a denial with "not"
TRUE = words("true correct accurate right real credible valid genuine factual realistic plausible reliable")
#: whose object is rejected
REJECT = words(
    """
    deny reject refute rebut contradict dispute dismiss disown disavow repudiate debunk disprove withdraw retract annul
    scrap rescind discard overturn invalidate rubbish deride contest
    """
)
#: whose object is doubted, which is weaker
DOUBT = words("question doubt query")
#: with "not", "refuse" or "never": rejected
ACCEPT = words("accept recognise recognize believe endorse acknowledge share support agree")
#: "called the number a lie", "described it as wrong"
NAME = words("call describe label brand dismiss denounce characterise characterize term deem consider find prove slam")
#: verbs between a number and what it is called
LINK = words("be prove turn seem appear look sound remain")
