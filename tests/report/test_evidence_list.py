"""The evidence question by question, as text."""

from datetime import date

import pytest
from history_plans import plan_of
from made_plan import datum

from zi_excel.measuring.measure import measure
from zi_excel.report.evidence_list import evidence_text
from zi_excel.report.registers import register


def rows_of(bukti: str, links: str):
    """The register of one indikator."""
    plan = plan_of(("I.1.a", "a. Tim dibentuk", 0.5))
    (komponen,) = plan.komponen
    (sub,) = komponen.subkomponen
    (indikator,) = sub.indikator
    indikator = indikator._replace(bukti_fisik=datum(bukti), tautan_bukti=datum(links, links=tuple(links.split())))
    sub = sub._replace(indikator=(indikator,))
    return register(
        measure(plan._replace(komponen=(komponen._replace(subkomponen=(sub,)),)), date(2025, 7, 1)).indikator
    )


@pytest.mark.parametrize(
    ("bukti", "links", "lines"),
    [
        ("SK; Notula", "a b", ["  ✔ SK: a", "  ✔ Notula: b"]),
        ("SK; Notula", "a", ["  ✔ SK: a", "  ● Notula: tautan bersama"]),
        ("SK; Notula", "", ["  ✖ SK: belum ada", "  ✖ Notula: belum ada"]),
        ("", "a", ["  + (di luar butir): a"]),
        ("", "", ["  ✖ (bukti fisik kosong): belum ada"]),
    ],
)
def test_each_butir_has_a_line(bukti, links, lines):
    """With its link, or that it is missing; in the matrix's order."""
    said = evidence_text(rows_of(bukti, links), {"I.1.a": "A.I.1.i.a"}, kantor="KPU  Kota").splitlines()
    assert said[0] == "Bukti KPU Kota, menurut nomor LKE (Pemenuhan)"
    assert said[3:] == ["A.I.1.i.a (I.1.a) Tim dibentuk", *lines]
    missing = sum("✖" in line for line in lines)
    assert said[1] == (f"{missing} butir belum ada." if missing else "Semua butir mempunyai tautan.")


def test_a_matrix_without_lke_numbers_keeps_its_own():
    """And the first line says why."""
    said = evidence_text(rows_of("SK", "a"), {}).splitlines()
    assert said[0] == "Bukti, menurut kode; matriks ini tidak mempunyai 25 subkomponen LKE"
    assert said[3] == "I.1.a Tim dibentuk"
