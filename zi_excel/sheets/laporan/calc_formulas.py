"""The formulas of an indikator's row in Perhitungan: contract sections 4 and 5, step by step.

They use nothing newer than Excel 2007 and no array formulas, so that every program computes the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from zi_excel.measuring.measure import Status
from zi_excel.plan.jadwal import Jenis
from zi_excel.report.working import UNREADABLE_TARGET
from zi_excel.sheets.laporan.places import ALLOWANCE, EXACT_NAME, HORIZON, PER, TOLERANCE, Calc
from zi_excel.sheets.layout import Rows
from zi_excel.sheets.page import cell
from zi_excel.wording import NONE

_RENTANG = f'"{Jenis.RENTANG}"'


def calc_formulas(row: int, days: str) -> Mapping[Calc, str]:
    """A row's formulas by the column that each stands in. days: the cells of its days, `$U9:$AF9`."""
    at = {column: f"${cell(row, column)}" for column in Calc}
    jenis, share, count = at[Calc.JENIS], at[Calc.REALISASI], at[Calc.JUMLAH_HARI]
    following, met, unmet, status = at[Calc.BERIKUT], at[Calc.TERPENUHI], at[Calc.BELUM], at[Calc.STATUS]
    is_range = f"{jenis}={_RENTANG}"
    return {
        Calc.RENCANA: f'=IF({count}=0,"{NONE}",COUNTIF({days},"<="&{PER})/{count})',
        Calc.DEVIASI: f'=IF(ISNUMBER({at[Calc.RENCANA]}),(N({share})-{at[Calc.RENCANA]})*100,"{NONE}")',
        Calc.STATUS: _status(at),
        Calc.JATUH_TEMPO: f"=IF(ISNUMBER({unmet}),{unmet},{following})",
        Calc.HARI: (
            f'=IF({status}="{Status.TERLAMBAT.text}",{PER}-{unmet},'
            f'IF(AND({status}="{Status.SELESAI.text}",ISNUMBER({at[Calc.TANGGAL_SELESAI]}),{count}>0),'
            f'{at[Calc.TANGGAL_SELESAI]}-MAX({days}),"{NONE}"))'
        ),
        Calc.GERAK: (
            f"=IF(AND(ISNUMBER({at[Calc.REALISASI_AWAL]}),ISNUMBER({share})),"
            f'({share}-{at[Calc.REALISASI_AWAL]})*100,"{NONE}")'
        ),
        Calc.KODE_AGAIN: f"={at[Calc.KODE]}",
        Calc.JUMLAH_HARI: f"=COUNT({days})",
        Calc.DIMINTA: (f'=IF({count}=0,0,IF({is_range},IF(MAX({days})<{PER},1,0),COUNTIF({days},"<"&{PER})/{count}))'),
        Calc.BERIKUT: (
            f'=IF({count}=0,"{NONE}",IF(MAX({days})<{PER},"{NONE}",'
            f'IF({is_range},MAX({days}),INDEX({days},1,COUNTIF({days},"<"&{PER})+1))))'
        ),
        Calc.DIMINTA_BERIKUT: (
            f'=IF(ISNUMBER({following}),IF({is_range},1,COUNTIF({days},"<="&{following})/{count}),"{NONE}")'
        ),
        Calc.TERPENUHI: (
            f'=IF(OR({count}=0,NOT(ISNUMBER({share}))),"{NONE}",IF({is_range},IF({share}>=1-{EXACT_NAME},1,0),'
            f"IF({share}>=1-{EXACT_NAME},{count},"
            f"MIN({count}-1,INT(({share}+{ALLOWANCE}+{EXACT_NAME})*{count})))))"
        ),
        Calc.BELUM: (
            f'=IF(NOT(ISNUMBER({met})),"{NONE}",IF({is_range},IF({met}=1,"{NONE}",MAX({days})),'
            f'IF({met}>={count},"{NONE}",INDEX({days},1,{met}+1))))'
        ),
    }


def _status(at: Mapping[Calc, str]) -> str:
    jenis, share = at[Calc.JENIS], at[Calc.REALISASI]
    following, asked_next = at[Calc.BERIKUT], at[Calc.DIMINTA_BERIKUT]
    behind = f"AND({jenis}={_RENTANG},N({at[Calc.RENCANA]})-{share}>{TOLERANCE}/100+{EXACT_NAME})"
    soon = f"IF(ISNUMBER({following}),AND({following}-{PER}<={HORIZON},{_less(share, asked_next)}),FALSE)"
    return (
        f'=IF(OR({jenis}="{UNREADABLE_TARGET}",NOT(ISNUMBER({share}))),"{Status.TIDAK_VALID.text}",'
        f'IF({share}>=1-{EXACT_NAME},"{Status.SELESAI.text}",'
        f'IF({_less(share, at[Calc.DIMINTA])},"{Status.TERLAMBAT.text}",'
        f'IF(OR({behind},{soon}),"{Status.PERLU_PERHATIAN.text}",'
        f'IF({share}>{EXACT_NAME},"{Status.BERJALAN.text}","{Status.BELUM_MULAI.text}")))))'
    )


def _less(share: str, asked: str) -> str:
    """The condition that a realisasi falls short of a share: half a point is allowed where less than all is asked."""
    return f"{share}<{asked}-{EXACT_NAME}-IF({asked}<1-{EXACT_NAME},{ALLOWANCE},0)"


def mean_movement(rows: Rows) -> str:
    """The mean of GERAK over those rows of Perhitungan whose movement is known."""
    moved = rows.column(Calc.GERAK)
    return f'=IF(COUNT({moved})=0,"{NONE}",SUM({moved})/COUNT({moved}))'
