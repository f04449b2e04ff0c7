"""Traits that others reported of readers of dates and spreadsheets: none of them is read otherwise without a word.

Each is put in our own words, with the project and the number of the report.
"""

from datetime import date

import pytest

from zi_excel.plan.realisasi import ReportCell, read_realisasi
from zi_excel.plan.target_waktu import read_target_waktu

TARGETS = [
    ("scrapinghub/dateparser#651: an ordinal was dropped", "bulan ketiga 2025", [date(2025, 3, 31)]),
    ("scrapinghub/dateparser#398: Minggu is Sunday and week", "Minggu, 18 Mei 2025", [date(2025, 5, 18)]),
    ("scrapinghub/dateparser#398: with a time of day", "Minggu, 18 Mei 2025 07:30", [date(2025, 5, 18)]),
    ("scrapinghub/dateparser#912: a relative time", "4 bulan lagi", []),
    ("scrapinghub/dateparser#584: old spelling", "6 Nop 2025", [date(2025, 11, 6)]),
    ("dateutil/dateutil#1000: no blank behind a comma", "Mei 17,2025", [date(2025, 5, 17)]),
    ("dateutil/dateutil#278: half of a short date was dropped", "27.08", [date(2025, 8, 27)]),
    ("dateutil/dateutil#1410: underscores", "2024_07_19", [date(2024, 7, 19)]),
    ("dateutil/dateutil#394: another number in the text", "SK 12 Tahun 2024, 7 November 2025", [date(2025, 11, 7)]),
    ("dateutil/dateutil#95: a number behind a date", "04/04/25 32423", [date(2025, 4, 4)]),
    ("dateutil/dateutil#895: a time glued into words", "foo2025BarMei__04", []),
    ("wanasit/chrono#521: the last day of a month", "akhir Juli 2025", [date(2025, 7, 31)]),
    ("wanasit/chrono#98: a range over the turn of the year", "Desember 2025 - Februari 2026", [date(2026, 2, 28)]),
    ("microsoft/Recognizers-Text#2860: by the end of the month", "paling lambat akhir bulan", []),
    ("facebook/duckling#275: before the end of", "sebelum akhir Desember 2025", []),
    ("facebookarchive/duckling_old#241: a year of two digits", "16 Mei 25", [date(2025, 5, 16)]),
    ("elizaOS/eliza#21941: hours after a weekday", "Jumat 3-5", []),
    ("JodaOrg/joda-time#78: a weekday that is another", "Jumat, 14 Juli 2025", []),
    ("taylorhakes/fecha#15: a weekday before the day", "Jumat, 15 Agustus 2025", [date(2025, 8, 15)]),
    ("bunkat/later#26: a weekday by its number", "Selasa kedua setiap bulan", []),
    ("c-trimm/moment-recur#10: the last weekday", "Senin terakhir setiap bulan", []),
    ("OpenRefine/OpenRefine#3020: day first in every row", "11/12/2025", [date(2025, 12, 11)]),
    ("SheetJS/sheetjs#1646: a month within a word", "Agustusan 64", []),
    ("SheetJS/sheetjs#784: a number behind words", "CATATAN 90", []),
    ("SheetJS/sheetjs#1300: letters and a percentage", "Aprobil P 0.1%", []),
    ("PHPOffice/PhpSpreadsheet#4996: a product's name", "5V 2.1A - Adaptor Dinding", []),
    ("quadratichq/quadratic#2248: a month and its year", "Jan 2025", [date(2025, 1, 31)]),
    ("quadratichq/quadratic#2266: two numbers with a dash", "101-250", []),
    ("telerik/kendo-ui-core#3476: words behind a month", "Mar 2025 acak", [date(2025, 3, 31)]),
    ("date-fns/date-fns#1650: a quarter before a slash", "Q4/2025", [date(2025, 12, 31)]),
    ("amd/gaia#3904: a quarter with a short year", "Q1'25", [date(2025, 3, 31)]),
    ("amd/gaia#3904: a quarter in words", "triwulan pertama 2025", [date(2025, 3, 31)]),
    ("scrapinghub/dateparser#608: a month was taken for a day", "02/2025", [date(2025, 2, 28)]),
    ("scrapinghub/dateparser#1125: year first in every locale", "2025-05-11", [date(2025, 5, 11)]),
    ("scrapinghub/dateparser#330: a short word became a day", "to", []),
    ("kvh/recurrent#15: every with a day of one month", "setiap 30 Agustus", [date(2025, 8, 30)]),
    ("bunkat/later#69: every quarter from a month on", "per triwulan mulai September 2025", []),
    (
        "actualbudget/actual#8837: half years end in short months",
        "6 bulan sekali",
        [date(2025, 6, 30), date(2025, 12, 31)],
    ),
    ("fmeringdal/rust-rrule#5: the first weekday became each", "Rabu pertama setiap bulan", []),
    ("rcdilorenzo/repeatex#10: every third week on a day", "setiap 3 minggu pada hari Senin", []),
    ("seveneightn9ne/keybase-reminder-bot#54: the third weekday", "setiap Jumat ke-3", []),
    ("darkeyedevelopers/natural-cron.js#5: the last day", "setiap hari terakhir bulan", []),
    ("OpenRefine/OpenRefine#3020: no month first where day first fails", "12/13/2025", []),
]


@pytest.mark.parametrize(("report", "text", "days"), TARGETS, ids=[report for report, _, _ in TARGETS])
def test_a_target_is_right_or_told(report, text, days):
    """Read as it is meant, or refused, or remarked."""
    read = read_target_waktu(text, year=2025)
    assert read.jadwal is None or read.notes or list(read.jadwal.tonggak) == days, report


REPORTS = [
    ("SheetJS/sheetjs#673: a percentage was taken for a date", "1.11%", "General", 0.0111),
    ("SheetJS/sheetjs#697: a decimal comma was taken for a date", "1,13%", "General", 0.0113),
    ("SheetJS/sheetjs#608: zero with a sign", -0.0, "0%", 0.0),
    ("tidyverse/readxl#511: NA typed by hand", "NA", "General", None),
    ("tidyverse/readxl#589: a share in a format of dates", 0.5, "d/m/yyyy", None),
    ("OpenRefine/OpenRefine#491: a time of day became a number", 0.58333, "h:mm", None),
    ("sfirke/janitor#310: a day's number as text", "45747", "@", None),
    ("tidyverse/readxl#217: a number stored as text", "0,5", "@", 0.5),
    ("cognitedata/neat#1049: a boolean is no number", True, "General", None),
    ("bardsoftware/ganttproject#217: days of progress are no percent", "3 hari", "General", None),
    ("rusty1s/table2excel#14: text with a percentage", "'1.11%'", "General", None),
]


@pytest.mark.parametrize(("report", "value", "number_format", "share"), REPORTS, ids=[each[0] for each in REPORTS])
def test_a_realisasi_is_right_or_refused(report, value, number_format, share):
    """A share that nobody reported is never made."""
    (read,) = read_realisasi([ReportCell(value, number_format)])
    assert read.share == (None if share is None else pytest.approx(share)), report
    assert str(read.share) != "-0.0"
