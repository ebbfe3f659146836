"""English phrases that say what happened to the things counted, where single words do not. Data only.

Lines of ``status: phrase, phrase``, lower case; statuses are rows of ``news.measures.STATUSES``. The first phrase that
a clause holds decides, so that a longer one stands before the shorter one inside it.
"""

from __future__ import annotations

from extractors.languages.language import table

STATUS_PHRASES = table(
    """
    discharged: sent home, gone home, went home, left hospital, leave hospital, left the hospital,
        released from hospital, released from the hospital, been discharged, were discharged, allowed home,
        out of hospital
    critical: in a critical state, in critical condition, in a critical condition, in critical state,
        in serious condition, in a serious condition, in grave condition, critically ill, critically injured,
        critically wounded, fighting for their lives, fighting for life, on life support, in intensive care,
        remain critical, remained critical, are critical, were critical, in a coma
    trapped: under the rubble, under rubble, beneath the rubble, in the rubble, under the ruins, under the debris,
        under debris, beneath the debris, under the earth, under the mud, under mud, under the snow,
        under collapsed, beneath collapsed, under the collapsed, buried alive, buried under, buried beneath,
        buried by
    starving: in famine, into famine, of famine, facing famine, face famine, famine conditions, famine-like,
        face starvation, facing starvation, at risk of starvation, dying of hunger, catastrophic hunger,
        catastrophic food, starving
    malnourished: severely malnourished, acutely malnourished, acute malnutrition, severe malnutrition
    killed: lost their lives, lost his life, lost her life, lose their lives
    homeless: lost their homes, lose their homes, losing their homes, lost their houses, without shelter,
        left homeless
    evacuated: evacuated from their homes, evacuate their homes
    displaced: from their homes, out of their homes, from their villages, forced to flee, forced to leave,
        flee their homes, fleeing their homes, abandon their homes, abandoned their homes, staying with relatives
    sheltered: took refuge, taken refuge, taking refuge, take refuge, sought refuge, sought shelter,
        seeking shelter, in shelters, in public shelters, in temporary shelters, in emergency shelters,
        in temporary emergency shelters, in evacuation centres, in evacuation centers, in relief camps,
        in temporary camps, in makeshift camps
    evacuated: to higher ground, to safer ground, to safety
    damaged: partially destroyed, partly destroyed, on fire, set fire to, set ablaze
    displaced: fled their homes, leave their homes, left their homes
    attended: took part, taken part, taking part, took to the streets, taken to the streets, turned out, came out
    on strike: walked out, went on strike, on strike
    added: new jobs, new positions, new roles
    cut: laid off, lay off, laying off, lays off, let go, lose their jobs, losing their jobs, lost their jobs,
        lose their posts, lost their posts, made redundant, jobs at risk
    employed: on its payroll, on the payroll
    unemployed: out of work
    shot down: shot down, shoot down, shooting down, brought down
    taken hostage: taken hostage, took hostage, held hostage, taken captive
    missing: gone missing, went missing, unaccounted for, being looked for, being searched for, not been heard from,
        not been located, cannot be found
    transferred: on their way
    lost: given up, gave up, giving up
    infected: tested positive
    launched: carried out
    worth: net worth
    published: tally sheets
    hospitalised: in hospital, taken to hospital, admitted to
    without power: without power, without electricity
    in need: in need, need aid, go hungry
    hospitalised: to hospital, to a hospital, to the hospital, to nearby hospitals, to local hospitals,
        to area hospitals, to several hospitals, in hospitals, hospital treatment, hospital care, need hospital,
        needed hospital, to clinics, to medical centres, to medical centers, to emergency rooms, being treated,
        under treatment, received treatment, receiving treatment, medical treatment
    rescued: out alive, pulled alive, found alive, brought to safety, taken to safety, plucked from, winched to
    aboard: on board, aboard, inside the building, in the building, inside at the time, were inside, in the mine,
        was carrying, were carrying, were travelling on, were traveling on
    in need: need food, needs food, need of food, needing food, in need of, need help, need assistance,
        need humanitarian, require aid, require assistance, requires assistance, rely on aid, depend on aid,
        wait for food, waiting for food, lack of food, lack food, enough food, enough to eat, food insecure,
        food-insecure, food insecurity, going hungry, face hunger, facing hunger, acute hunger, severe hunger,
        crisis levels of hunger, without enough, without clean water, without drinking water
    displaced: crossed into, crossed the border, fled to, fled into, fled across, driven from, driven out,
        chased from, uprooted from, had to leave their, have to leave their, lost their homes and fled, on the move,
        into exile, forced out of, forced from
    unidentified: without a name, not been identified, not identified, yet to be identified, not yet identified,
        could not be identified, nobody has claimed, not been claimed, remain unclaimed, remain nameless
    identified: known by name, been named, identified by name
    on strike: walk out, walks out, walked off, walk off, walking out, down tools, downed tools, downing tools,
        laid down tools, stopped work, stop work, stayed off work, stay off work, joined the strike,
        join the strike, joined the walkout, go on strike, goes on strike, going on strike, gone on strike
    cut: too many, no longer needed, jobs will go, jobs have to go, jobs would go, posts will go, posts have to go,
        posts would go, to be axed, surplus to, on the dole, asked to leave, buyouts, buyout,
        early retirement, pink slips
    infected: fallen ill, fell ill, falling ill, taken ill, fell sick, fallen sick, fall ill, become ill,
        became ill, made ill, got sick, been sickened, with symptoms
    missing: being looked for, still looked for, still being sought
    infected: food poisoning, contracted the
    killed: cost the lives, lost lives, paid with their lives, did not survive, failed to survive, found dead,
        shot dead, pronounced dead, died of, burned to death, crushed to death, trampled to death, frozen to death,
        stabbed to death, bled to death, out dead
    missing: no trace, cannot be found, could not be found, not been found, not been heard, not been seen,
        not been traced, whereabouts unknown, feared lost, remain unaccounted, still being searched,
        still searched for, yet to be found
    """
)
