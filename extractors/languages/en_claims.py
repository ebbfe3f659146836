"""English words for how sure, new or contested a number is. Data only.

Sources: the cue verbs of revision and denial found in reports of revised counts.
"""

from __future__ import annotations

from extractors.languages.language import phrases, words

BACKGROUND_BEFORE = phrases(
    """
    down from; up from; from a previous; from an earlier; from the previous; from the earlier; from an initial;
    compared with; compared to; previous estimate of; earlier estimate of; previous estimates of; earlier estimates
    of; previous figure of; earlier figure of; initial estimate of; initial toll of; previous toll of; earlier toll
    of; previously reported; first reporting; first reported; previous count of; earlier count of; initial count
    of; had spoken of; had talked of; had reported; had estimated; had put; had announced; had given; had listed;
    had counted; had shown; had revealed; against a forecast of; forecast of; against the; not the; instead of;
    rather than; opened at; earlier reports of; previous edition; initially announced; initially reported; until
    now; originally reported; had stood at; had been put at; had set it; had cut it; had lowered it; had raised it;
    had revised it; had corrected it; had kept it; had mentioned; had warned of; had hoped for; had feared; had
    promised; had named; had assumed; at first; had initially; had earlier; had previously; revised from; lowered
    from; initially put; previously put; previously said; earlier said; earlier reported; initially said; up on; as
    recently as; replacing; versus; earlier claim of; initial claim of; a year earlier; at the height of; at its
    peak; at their peak; at the peak of; was meant to; were meant to; was supposed to; were supposed to; first
    spoke of; at first spoke of; had forecast; had predicted; had expected; together with the; previously announced
    """
)
BACKGROUND_AFTER = phrases(
    """
    initially announced; first announced; previously announced; initially reported; previously reported; first
    reported; originally announced; originally reported; revealed last; announced earlier; reported earlier;
    announced in; announced last; reported last; reported previously; reported before; it had announced; had
    announced; had reported; had counted; had estimated;
    had stated; had been reported; recorded earlier; earlier reported; earlier announced; a year
    earlier; a year ago; the year before; in the previous; the agency had; removed in; cut in late; were counting
    on; had hoped for; had still hoped for; they had assumed; it had assumed; had named; had mentioned; it had listed;
    had promised; had feared; named on; given on; had pencilled in; had expected; had forecast
    """
)

DENIAL_VERBS = words(
    """
    deny reject refute dismiss rebut disavow repudiate disown contradict debunk discredit retract withdraw
    """
)
UNCONFIRMED_PHRASES = phrases(
    """
    could not confirm; cannot confirm; can not confirm; could not be confirmed; cannot be confirmed; could not
    verify; cannot verify; could not be verified; could not be independently; cannot be independently; cannot be
    verified; declined to confirm; refused to confirm; has not confirmed; have not confirmed; had not confirmed; did
    not confirm; unable to confirm; unable to verify; not been independently; not been confirmed; neither confirmed
    nor denied; would not confirm; not independently verified; no confirmation of; could not independently; not yet
    confirmed
    """
)
#: said before a number that somebody rejects
DENIAL_PHRASES = phrases(
    """
    not true that; untrue that; no truth; false that; as false; as untrue; as fake; as fabricated; as baseless;
    as a lie; a lie that; contrary to claims that; contrary to reports that
    """
)
FORECAST_PHRASES = phrases("at risk; are in danger; is in danger; are under threat")
PLANNED_WORDS = words(
    """
    will shall to-be plans planned planning upcoming proposed intended targeted envisaged
    """
)
PLANNED_VERBS = words(
    """
    plan intend aim prepare want decide agree propose seek vow pledge promise ready schedule set mean order
    """
)
FORECAST_WORDS = words(
    """
    could may might would feared potentially possibly likely projected forecast expected
    """
)
FORECAST_VERBS = words(
    """
    fear forecast project predict expect anticipate warn threaten risk
    """
)
THRESHOLD_WORDS = words(
    """
    threshold limit cap quota ceiling requirement minimum maximum required quorum
    """
)
PART_WORDS = phrases(
    """
    including; include; includes; included; among them; among whom; of whom; of which; of them; of these; of those;
    of the; among those; among the
    """
)
PARTS_OF = phrases("of the; of its; of his; of her; of their; of our; of these; of those; of all; out of the")
PARTS_AFTER = phrases("of them; of whom; of which; of these; of those")
RECORD_WORDS = frozenset(["record", "all-time", "unprecedented", "peak"])
PRELIMINARY_WORDS = phrases(
    """
    preliminary; provisional; not final; so far; initial count; initial estimate; early count; first count; not yet
    final; still counting; expected to rise; likely to rise; may rise; could rise; set to rise; partial results;
    could change; may still; early results
    """
)
REVISION_WORDS = words(
    """
    revise revised revises revising revision lowered lowers lowering corrected corrects correction correcting
    correct retracted retracts retraction retract adjusted adjusts adjustment adjusting updated update updates
    restated restate recount recounted rewritten rewrites amended amends backtracked backtracks walked-back withdrew
    withdrawn downgraded upgraded clarified admitted admits overstated understated downward upward reclassified
    replaces replacing replaced originally previously initially mistakenly erroneously wrongly error mistake
    miscounted reduced erased
    """
)
DISPUTE_WORDS = words(
    """
    disputes disputed dispute denies denied deny rejects rejected reject refutes refuted contradicts contradicted
    contradicting contradict dwarfs challenges challenged contested contests dismissed dismisses exaggerated
    inflated false fake untrue misleading disinformation differs differ discrepancy conflicting contrary far unlike
    whereas although however gap independent
    """
)
