"""A rule: its check, its manual, and what it yields (contract, section 6)."""

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import NamedTuple

from zi_excel.plan.rencana_aksi import Datum, Place
from zi_excel.validation.findings import Level
from zi_excel.validation.subject import Subject


class Hit(NamedTuple):
    """What a rule yields: where, and in which words. The engine adds code and level.

    where: the cell, or its datum. kode: of the indikator or group; None where it speaks of none.
    message, suggestion: Indonesian sentences; suggestion None takes the rule's own ("Saran:" in its manual).
    beside: other cells that the hit rests on.
    about_text: False where it rests on an order, a neighbour or a difference from the enacted text, not on what these
    cells say. about_order: True where it rests on the order of siblings, or on their numbers and letters.

    The last three decide whether the decree itself is to blame, which makes the finding an info (contract, section 6):
    a hit about text is the decree's where that text and all beside it are as enacted; one about order, where all the
    siblings are.
    """

    where: Datum | Place
    kode: str | None
    message: str
    suggestion: str | None = None
    beside: tuple[Datum, ...] = ()
    about_text: bool = True
    about_order: bool = False

    @property
    def place(self) -> Place:
        """The cell that it speaks of."""
        return self.where.place if isinstance(self.where, Datum) else self.where


Check = Callable[[Subject], Iterator[Hit]]


class Rule(NamedTuple):
    """One thing that is checked. Its code never changes its meaning and is never reused.

    title: one line. what, why, wrong, right, suggestion: Indonesian, from the check's docstring (see `rule`).
    """

    code: str
    level: Level
    title: str
    what: str
    why: str
    wrong: str
    right: str
    suggestion: str
    check: Check


_LABELS = ("Mengapa", "Salah", "Benar", "Saran")


def rule(code: str, level: Level) -> Callable[[Check], Rule]:
    """Turns a check into a Rule; the check's docstring is the rule's manual.

    It is written in Indonesian, in these parts::

        Judul dalam satu baris.

        Apa yang diperiksa, satu paragraf.

        Mengapa: ...
        Salah: ...
        Benar: ...
        Saran: ...

    Raises:
        ValueError: the manual lacks a part, for no rule goes undocumented.
    """

    def decorate(check: Check) -> Rule:
        title, _, rest = cleandoc(check.__doc__ or "").partition("\n")
        parts: dict[str, list[str]] = {"": []}
        label = ""
        for line in rest.strip().splitlines():
            head, colon, tail = line.partition(": ")
            label = head if colon and head in _LABELS else label
            parts.setdefault(label, []).append((tail if label == head else line).strip())
        texts = {part: " ".join(parts.get(part, [])).strip() for part in ("", *_LABELS)}
        missing = [part or "Apa yang diperiksa" for part, text in texts.items() if not text]
        if missing or not title:
            raise ValueError(f"{code}: the manual lacks {', '.join(missing) or 'its title'}")
        what, why, wrong, right, suggestion = texts.values()
        return Rule(code, level, title.rstrip("."), what, why, wrong, right, suggestion, check)

    return decorate
