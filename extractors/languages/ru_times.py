"""Russian words of time, every form. Data only."""

from __future__ import annotations

from extractors.languages.language import phrases, table, words
from extractors.languages.slavic import whole
from extractors.languages.times import Times

TIMES = Times(
    weekdays=whole(
        """
        0: понедельник понедельника понедельнику
        1: вторник вторника вторнику
        2: среда среду среды
        3: четверг четверга
        4: пятница пятницу пятницы
        5: суббота субботу субботы
        6: воскресенье воскресенья
        """
    ),
    days=whole(
        """
        0: сегодня
        -1: вчера
        -2: позавчера
        """
    ),
    units=table(
        """
        day: сутки, суток, день, дня, дней
        week: неделя, неделю, недели, недель
        month: месяц, месяца, месяцев
        year: год, года, лет
        """
    ),
    within=words("за течение протяжении"),
    recent=words(
        "минувшие прошедшие последние минувший прошедший последний прошлый прошлую последнюю эту этот эти последних"
    ),
    since=words("с со"),
    until=words("до к"),
    as_of=phrases("по состоянию на; на утро; на вечер"),
    inside=words("в во на"),
    beginnings=words("начала"),
    events=words(
        """
        войны вторжения боевых полномасштабной полномасштабного пандемии конфликта операции наступления мобилизации
        эпидемии протестов кампании
        """
    ),
    than=words("чем против"),
    spans={
        "в прошлом году": ("year", 1),
        "в минувшем году": ("year", 1),
        "в этом году": ("year", 0),
        "в прошлом месяце": ("month", 1),
        "в этом месяце": ("month", 0),
        "на прошлой неделе": ("week", 1),
        "на этой неделе": ("week", 0),
    },
)
