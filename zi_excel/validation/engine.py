"""The engine: runs the rules, stamps code and level, joins the decree's own slips (contract, section 6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from zi_excel.enacted.matrix import Enacted
from zi_excel.errors import UsageError
from zi_excel.folder_bukti.folder import FolderBukti
from zi_excel.plan.rencana_aksi import Place, RencanaAksi
from zi_excel.settings.settings import Settings
from zi_excel.validation.findings import Finding, Level, Override
from zi_excel.validation.rule import Hit, Rule
from zi_excel.validation.rules import ALL
from zi_excel.validation.subject import Earlier, Subject

_NONE: Mapping[str, Override] = MappingProxyType({})


def overrides_of(settings: Settings) -> Mapping[str, Override]:
    """What the settings want of the rules, by rule code.

    Raises:
        UsageError: no rule has one of the codes; the sentence names the nearest code that exists.
    """
    codes = [rule.code for rule in ALL]
    for code in settings.aturan:
        if code not in codes:
            from difflib import get_close_matches

            nearest = get_close_matches(code, codes, n=1, cutoff=0.0)[0]
            raise UsageError(f"'{settings.sumber}': aturan `{code}` tidak ada; yang terdekat `{nearest}`.")
    return {
        code: Override(Level(wish.level) if wish.level else None, wish.reason, wish.kode)
        for code, wish in settings.aturan.items()
    }


def validate(
    plan: RencanaAksi,
    enacted: Enacted,
    per: date,
    *,
    overrides: Mapping[str, Override] = _NONE,
    rules: Sequence[Rule] = ALL,
    lone_records: Sequence[str] = (),
    earlier: Earlier | None = None,
    folder_bukti: FolderBukti | None = None,
) -> tuple[Finding, ...]:
    """The findings of all rules, ordered by place: the sheet as a whole first, then by row, column and code.

    What a rule has against the enacted text itself is one info, whatever the rule's level; settings can silence it, but
    not raise it. A silenced rule that has hits leaves one info, which says how many and why it is silent.

    Args:
        plan: the matrix as read.
        enacted: the matrix that the decree enacted: the tool's own, or the one that was recorded for the workbook.
        per: the as-of day.
        overrides: per rule code what settings want of it.
        rules: the rules to run.
        lone_records: file names of records beside the workbook that may be its own, though not by their name.
        earlier: what the last refresh before the as-of day saw.
        folder_bukti: what was found in the folder of evidence.
    """
    subject = Subject(plan, enacted, per, lone_records, earlier, overrides, folder_bukti)
    findings = [finding for rule in rules for finding in _run(rule, subject, overrides.get(rule.code))]
    return tuple(sorted(findings, key=_order))


def _run(rule: Rule, subject: Subject, override: Override | None) -> Iterator[Finding]:
    """What one rule finds. override: what settings want of it."""
    of_decree: list[Hit] = []
    silenced: list[Hit] = []
    for hit in rule.check(subject):
        wish = override if override is not None and override.covers(hit.kode) else None
        if wish is not None and wish.level is None:
            silenced.append(hit)
            continue
        if _is_of_decree(hit, subject):
            of_decree.append(hit)
            continue
        finding = _finding(rule, hit)
        if wish is not None and wish.level is not None:
            finding = finding._replace(level=wish.level, reason=wish.reason)
        yield finding
    if of_decree:
        raised = override if override is not None and override.level is not Level.INFO else None
        ignored = raised is not None and any(raised.covers(hit.kode) for hit in of_decree)
        yield _joined(rule, of_decree, raised.reason if raised is not None and ignored else None)
    if override is not None and silenced:
        yield _silenced(rule, silenced, override)


def _finding(rule: Rule, hit: Hit) -> Finding:
    suggestion = rule.suggestion if hit.suggestion is None else hit.suggestion
    return Finding(rule.code, rule.level, hit.place, hit.kode, hit.message, suggestion)


def _is_of_decree(hit: Hit, subject: Subject) -> bool:
    """Whether everything that a hit rests on is as enacted."""
    if not subject.comparison.same_matrix:
        return False
    if hit.about_order:
        return hit.kode in subject.comparison.in_order
    if not hit.about_text:
        return False
    places = (hit.place, *(datum.place for datum in hit.beside))
    return all((place.row, place.column) in subject.comparison.as_enacted for place in places)


def _joined(rule: Rule, hits: Sequence[Hit], ignored: str | None) -> Finding:
    """The hits of one rule on the decree's own text, as one info.

    ignored: the settings' reason for another level, which does not apply to the decree; None where there is none.
    """
    first = min(hits, key=lambda hit: _position(hit.place))
    rest = tuple((hit.place.ref or "", hit.kode or "") for hit in hits if hit is not first)
    if rest:
        message = (
            f"{rule.title}, {len(hits)} kali dalam naskah keputusan: {_kodes(hits)}. Yang pertama: {first.message}"
        )
    else:
        message = f"{first.message} Demikian dalam naskah keputusan."
    if ignored is not None:
        message += f" Tingkat yang diminta [aturan.{rule.code}] tidak berlaku bagi naskah keputusan."
    return Finding(rule.code, Level.INFO, first.place, first.kode, message, _LEAVE, rest, ignored)


def _silenced(rule: Rule, hits: Sequence[Hit], override: Override) -> Finding:
    """The hits of one rule that settings hide, as one info with the reason: nothing disappears without a trace."""
    first = min(hits, key=lambda hit: _position(hit.place))
    about = f" untuk {', '.join(sorted(override.kode))}" if override.kode else ""
    message = f"Aturan {rule.code} dimatikan oleh pengaturan{about}; {len(hits)} temuan tidak ditampilkan."
    suggestion = f"Hapus [aturan.{rule.code}] dari zi-excel.toml bila temuannya ingin ditampilkan lagi."
    return Finding(
        rule.code,
        Level.INFO,
        first.place,
        first.kode,
        message,
        suggestion,
        reason=override.reason,
        silenced=len(hits),
    )


_LEAVE = "Tidak perlu diubah di buku kerja: begini bunyi keputusan. Perbaiki saat keputusan diubah."


def _kodes(hits: Sequence[Hit]) -> str:
    """The kodes, those of one subkomponen together: `I.1.a, b; III.5`."""
    groups: dict[str, list[str]] = {}
    for hit in hits:
        parent, _, letter = (hit.kode or "").rpartition(".")
        if letter.isdecimal():  # a lone indikator, or a subkomponen
            parent, letter = hit.kode or "", ""
        groups.setdefault(parent, []).append(letter)
    return "; ".join(
        f"{parent}{'.' if parent and letters[0] else ''}{', '.join(letters)}" for parent, letters in groups.items()
    )


def _position(place: Place) -> tuple[int, int]:
    return place.row or 0, place.column or 0


def _order(finding: Finding) -> tuple[int, int, str]:
    return (*_position(finding.place), finding.code)
