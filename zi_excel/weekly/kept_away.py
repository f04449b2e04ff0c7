"""A run that another one keeps away: no failure once or twice, but one that somebody must see if it goes on."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from zi_excel import store
from zi_excel.clock import JAKARTA
from zi_excel.errors import UsageError, WorkbookError, ZiExcelError
from zi_excel.outputs.safe_text import json_text
from zi_excel.weekly.journal import journal
from zi_excel.weekly.outcome import RunOutcome, left_by_kept_away, outcome_json
from zi_excel.weekly.places import Places

PATIENCE = 3
"""How many runs in a row may come in vain; the last of them is a failure."""

_TAIL = 1 << 16  # bytes of the log that are looked at
_WORDS = "penyegaran lain dengan "
_TIME = "%Y-%m-%d %H:%M:%S"
_LINE = re.compile(
    rf"# (?P<at>\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d) WIB  (?:INFO +(?P<begun>Mulai: )|(?:PERHATIAN|GALAT) +{_WORDS})"
)


class AnotherRunError(ZiExcelError):
    """A run with the same settings is on already. times: how many in a row were kept away, this one among them."""

    def __init__(self, sentence: str, times: int) -> None:
        super().__init__(sentence)
        self.times = times

    @property
    def lasting(self) -> bool:
        """Whether somebody must see to it."""
        return self.times >= PATIENCE


def kept_away(settings_file: Path, places: Places) -> AnotherRunError:
    """Tells the log of it, and the result file too if it goes on; what whoever started the run is to be told."""
    times = _times(places) + 1
    sentence = f"{_WORDS}'{settings_file}' sedang berjalan; yang ini tidak mengerjakan apa pun."
    another = AnotherRunError(sentence, times)
    if another.lasting:
        another = AnotherRunError(
            f"{sentence} Sudah {times} kali berturut-turut: periksa proses mana yang tidak selesai, atau siapa yang "
            "menahan kuncinya.",
            times,
        )
    with suppress(UsageError), journal(places.log, grows=True) as others:
        (others.log.error if another.lasting else others.log.warning)(str(another))
    if another.lasting:
        now = datetime.now(JAKARTA)
        content = json_text(outcome_json(RunOutcome(places.source, now, ended=now, kept_away=times)))
        with suppress(WorkbookError):  # the log says it, and the exit code
            store.overwrite(places.result, content.encode("utf-8", "backslashreplace"), alone=False)
    return another


def _times(places: Places) -> int:
    """How many runs were kept away since a run last showed that it goes on: it writes its result file at every try."""
    times, since = left_by_kept_away(places.result)
    try:
        lines = store.read_own(places.log, _TAIL).decode("utf-8", "replace").splitlines()
    except (OSError, WorkbookError):
        return times
    for line in reversed(lines):
        if match := _LINE.match(line):
            if match["begun"] or datetime.strptime(match["at"], _TIME).replace(tzinfo=JAKARTA) <= since:
                break
            times += 1
    return times
