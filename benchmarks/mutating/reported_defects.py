"""Traits of workbooks that people reported: texts in many spellings, what is struck out, boxes, other years' columns.

Each says what is right: a value that is read otherwise must have a finding beside it.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from defects import REALISASI, TANGGAL, TARGET, TAUTAN, Defect, Kind, Meant, Site, defect, want
from matrix_sheet import Cell, ref
from spelling import reports, targets
from spelling.surface import worn

HEADER = 7
_BESIDE_TARGET = 13
"""The first free column."""
_CHANGED = "ZI602 ZI603 ZI604 ZI605 ZI606 ZI607 ZI608 ZI609 ZI901 ZI905 ZI017"
_REPORTED = "ZI802 ZI803 ZI804 ZI807 ZI808 ZI809 ZI810 ZI814 ZI805"


def _spelled(site: Site, form: str) -> Defect | None:
    line = site.row().line
    text, meaning = targets.FORMS[form](site.chance)
    text = worn(site.chance, text)
    site.sheet.type(line, TARGET, text)
    meant = Meant(line, TARGET, meaning.days)
    return defect(f"F{line}: {text!r} ({form})", allowed=_CHANGED, meant=(meant,), quiet=False)


def _target_in_a_number_slash_year(site: Site) -> Defect | None:
    return _spelled(site, "number slash year")


def _target_in_a_week(site: Site) -> Defect | None:
    return _spelled(site, "week")


def _target_on_weekdays(site: Site) -> Defect | None:
    return _spelled(site, site.chance.choice(["weekday", "two weekdays", "weekday of a month"]))


def _target_on_days_of_each_month(site: Site) -> Defect | None:
    return _spelled(site, "days of each month")


def _target_by_ordinal(site: Site) -> Defect | None:
    return _spelled(site, "month by ordinal")


def _target_with_its_duration(site: Site) -> Defect | None:
    return _spelled(site, "duration")


def _target_annotated(site: Site) -> Defect | None:
    return _spelled(site, "annotated")


def _target_counted(site: Site) -> Defect | None:
    return _spelled(site, site.chance.choice(["counted", "times per period", "recurring"]))


def _target_in_any_spelling(site: Site) -> Defect | None:
    forms = [form for form in targets.FORMS if form != "no time"]
    return _spelled(site, site.chance.choice(forms))


def _target_of_no_clear_time(site: Site) -> Defect | None:
    return _spelled(site, "no time")


def _realisasi_in_any_spelling(site: Site) -> Defect | None:
    """The target is typed too, since the report speaks of its tonggak."""
    line = site.row().line
    report = reports.FORMS[site.chance.choice(list(reports.FORMS))](site.chance)
    text = worn(site.chance, report.text)
    site.sheet.type(line, TARGET, report.target)
    site.sheet.type(line, REALISASI, text)
    site.sheet.type(line, TANGGAL, None)
    meant = Meant(line, REALISASI, () if report.share is None else (report.share,))
    allowed = f"{_CHANGED} {_REPORTED}"
    return defect(f"H{line}: {text!r} of {report.target!r}", allowed=allowed, meant=(meant,), quiet=False)


def _target_partly_struck_out(site: Site) -> Defect | None:
    """What was meant before is crossed out before what is meant now."""
    line = site.row().line
    old, (text, meaning) = site.text(line, TARGET), targets.FORMS["month"](site.chance)
    if not old or old == text:
        return None
    site.sheet.cells[line, TARGET] = site.sheet.cells[line, TARGET]._replace(value=f" {text}", struck=old)
    meant = Meant(line, TARGET, meaning.days)
    wants = [want(ref(line, TARGET), "ZI017")]
    return defect(f"F{line}: {old!r} struck out before {text!r}", *wants, allowed=_CHANGED, meant=(meant,))


def _realisasi_struck_out(site: Site) -> Defect | None:
    line = site.row().line
    site.sheet.cells[line, REALISASI] = Cell(
        site.sheet.cells.get((line, REALISASI), Cell()).style, struck=site.chance.choice(["75%", "selesai", "3/4"])
    )
    meant = Meant(line, REALISASI, (0.0,))
    wants = [want(ref(line, REALISASI), "ZI017")]
    return defect(f"H{line}: struck out", *wants, allowed=_REPORTED, meant=(meant,))


def _realisasi_an_unticked_box(site: Site) -> Defect | None:
    line = site.row().line
    site.sheet.type(line, REALISASI, site.chance.choice(["☐", "□", "[ ]", "✗", "☒", False]))
    meant = Meant(line, REALISASI, (0.0,))
    return defect(f"H{line}: an unticked box", allowed=_REPORTED, meant=(meant,), quiet=False)


def _realisasi_with_what_nobody_sees(site: Site) -> Defect | None:
    line, share = site.row().line, site.chance.randint(1, 99)
    hidden = site.chance.choice(["\u2060", "\u200e", "\ufeff", "\u00ad", "\u2063", "\u061c", "\u180e", "\u202c"])
    text = site.chance.choice([f"{share}{hidden}%", f"{hidden}{share}%", f"{share}%{hidden}", f"{share}{hidden} %"])
    site.sheet.type(line, REALISASI, text)
    site.sheet.type(line, TANGGAL, None)
    return defect(f"H{line}: {text!r}", allowed=_REPORTED, meant=(Meant(line, REALISASI, (share / 100,)),), quiet=False)


def _realisasi_done_with_its_day(site: Site) -> Defect | None:
    line = site.row().line
    day = site.chance.choice(["31 Maret 2025", "1/4/2025", "12 Juni 2025"])
    site.sheet.type(line, REALISASI, site.chance.choice([f"Selesai ({day})", f"selesai tgl {day}", f"{day} (selesai)"]))
    site.sheet.type(line, TANGGAL, None)
    wants = [want(ref(line, REALISASI), "ZI803")]
    return defect(f"H{line}: done on {day}", *wants, allowed=_REPORTED, meant=(Meant(line, REALISASI, (1.0,)),))


def _realisasi_a_box_of_a_control(site: Site) -> Defect | None:
    """A form control or a box of Excel 365 writes TRUE or FALSE into its cell, which is no share."""
    line = site.row().line
    site.sheet.type(line, REALISASI, site.chance.choice([True, False]))
    wants = [want(ref(line, REALISASI), "ZI802")]
    return defect(f"H{line}: a box of a control", *wants, allowed=_REPORTED)


def _realisasi_a_sign_of_wingdings(site: Site) -> Defect | None:
    line = site.row().line
    sign, share = site.chance.choice([("ü", 1.0), ("þ", 1.0), ("\uf0fc", 1.0), ("o", 0.0), ("¨", 0.0), ("q", 0.0)])
    site.sheet.type(line, REALISASI, sign)
    site.sheet.look(line, REALISASI, site.sheet.signs_style)
    site.sheet.type(line, TANGGAL, None)
    meant = Meant(line, REALISASI, (share,))
    return defect(f"H{line}: {sign!r} in Wingdings", allowed=_REPORTED, meant=(meant,), quiet=False)


def _cell_hidden_by_its_format(site: Site) -> Defect | None:
    line = site.row().line
    column, code = site.chance.choice([(TARGET, "ZI610"), (REALISASI, "ZI820")])
    cell = site.sheet.cells.get((line, column))
    if cell is None or not cell.value:
        return None
    site.sheet.look(line, column, site.sheet.hidden_style)
    return defect(f"{ref(line, column)}: hidden by ;;;", want(ref(line, column), code), allowed="ZI802")


_QUARTERS = tuple(date(2025, month, 30 + (month in {3, 12})) for month in (3, 6, 9, 12))


def _targets_marked_under_quarters(site: Site) -> Defect | None:
    """TARGET WAKTU as four columns with marks; what says no stands in some of the others."""
    tick, wingdings = site.chance.choice(
        [("v", False), ("✓", False), ("√", False), ("●", False), ("☑", False), (True, False), ("x", False), ("ü", True)]
    )
    empty = [None, "-", "☐", "0", 0.0, "tidak", *([False] if tick is True else [])] + (
        ["✗"] if tick in {"v", "✓"} else []
    )
    empty = ["o", "¨", None] if wingdings else empty[:3] if tick == "x" else empty
    site.sheet.type(HEADER, TARGET, "Keterangan jadwal")
    for at, quarter in enumerate(("I", "II", "III", "IV")):
        site.sheet.type(HEADER, _BESIDE_TARGET + at, f"TARGET WAKTU TW {quarter}", like=(HEADER, TAUTAN))
    meant = []
    for row in site.rows:
        chosen = site.chance.sample(range(4), site.chance.randint(1, 4))
        for at in range(4):
            value = tick if at in chosen else site.chance.choice(empty)
            site.sheet.type(row.line, _BESIDE_TARGET + at, value, like=(row.line, TAUTAN))
            if wingdings:
                site.sheet.look(row.line, _BESIDE_TARGET + at, site.sheet.signs_style)
        meant.append(Meant(row.line, TARGET, (frozenset(_QUARTERS[at] for at in chosen),)))
    what = f"M7:P7: quarters marked with {tick!r}" + (" in Wingdings" if wingdings else "")
    return defect(what, allowed=f"{_CHANGED} {_REPORTED} ZI011 ZI004 ZI001 ZI003", meant=tuple(meant), quiet=False)


# --- what changes no value


def _column_of_last_year(site: Site) -> Defect | None:
    """A column beside the others with what was done the year before."""
    title = site.chance.choice(["REALISASI 2024", "REALISASI TAHUN 2024 (%)", "TARGET WAKTU 2024", "CAPAIAN 2024"])
    site.sheet.type(HEADER, _BESIDE_TARGET, title, like=(HEADER, TAUTAN))
    for row in site.rows:
        value = "Juni 2024" if title.startswith("TARGET") else 1.0
        site.sheet.type(row.line, _BESIDE_TARGET, value, like=(row.line, REALISASI))
    return defect(f"M7: {title}", allowed="ZI011 ZI004", quiet=False)


def _printed_on(site: Site) -> Defect | None:
    """A date, or another document's year, above the header."""
    said = [
        "Dicetak 05-01-2026",
        "Dicetak pada 5 Januari 2026",
        "Diperbarui: 12/01/2026 08.15",
        "Nomor: 12/PW.01/3372/2026",
        "LHE Tahun 2024",
        "Renstra 2025-2029",
        "Surakarta, 2 Januari 2024",
    ]
    text = site.chance.choice(said)
    line = site.chance.choice([2, 6])
    site.sheet.type(line, 11, text)
    return defect(f"K{line}: {text!r}", allowed="ZI008", quiet=False)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.__name__.strip("_").replace("_", " "): kind
        for kind in (
            _target_in_a_number_slash_year,
            _target_in_a_week,
            _target_on_weekdays,
            _target_on_days_of_each_month,
            _target_by_ordinal,
            _target_with_its_duration,
            _target_annotated,
            _target_counted,
            _target_in_any_spelling,
            _target_of_no_clear_time,
            _target_partly_struck_out,
            _realisasi_in_any_spelling,
            _realisasi_struck_out,
            _realisasi_an_unticked_box,
            _realisasi_with_what_nobody_sees,
            _realisasi_done_with_its_day,
            _realisasi_a_box_of_a_control,
            _realisasi_a_sign_of_wingdings,
            _cell_hidden_by_its_format,
            _targets_marked_under_quarters,
            _column_of_last_year,
            _printed_on,
        )
    }
)
