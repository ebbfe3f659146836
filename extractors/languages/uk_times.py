"""Ukrainian words of time, every form. Data only."""

from __future__ import annotations

from extractors.languages.language import phrases, table, words
from extractors.languages.slavic import whole
from extractors.languages.times import Times

TIMES = Times(
    weekdays=whole(
        """
        0: понеділок понеділка понеділку
        1: вівторок вівторка вівторку
        2: середа середу середи
        3: четвер четверга
        4: п'ятниця п'ятницю п'ятниці
        5: субота суботу суботи
        6: неділя неділю неділі
        """
    ),
    days=whole(
        """
        0: сьогодні
        -1: вчора учора
        -2: позавчора
        """
    ),
    units=table(
        """
        day: доба, добу, доби, діб, день, дня, дні, днів
        week: тиждень, тижня, тижні, тижнів
        month: місяць, місяця, місяці, місяців
        year: рік, року, роки, років
        """
    ),
    within=words("за протягом упродовж впродовж"),
    recent=words("минулу минулий минулі останню останній останні попередню попередній цю цей ці останніх минулих"),
    since=words("з із від"),
    until=words("до"),
    as_of=phrases("станом на"),
    inside=words("у в на"),
    beginnings=words("початку"),
    events=words(
        """
        війни вторгнення бойових повномасштабної повномасштабного пандемії конфлікту операції наступу мобілізації
        епідемії протестів кампанії
        """
    ),
    than=words("ніж як проти"),
    spans={
        "торік": ("year", 1),
        "минулого року": ("year", 1),
        "у минулому році": ("year", 1),
        "цього року": ("year", 0),
        "цьогоріч": ("year", 0),
        "минулого місяця": ("month", 1),
        "цього місяця": ("month", 0),
        "минулого тижня": ("week", 1),
        "цього тижня": ("week", 0),
    },
)
