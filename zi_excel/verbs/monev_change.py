"""What a refresh does to a workbook: the Monev tabs rendered under the names that they have there, and grafted."""

from __future__ import annotations

from collections.abc import Sequence

from zi_excel.history.columns import TAB_KEY
from zi_excel.history.recording import Recording
from zi_excel.measuring.measure import Measurement
from zi_excel.opc.graft.change import Change
from zi_excel.opc.graft.graft_refusals import refuse_same_names
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import Owned
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.settings.settings import Ambang
from zi_excel.signs import NAME_PREFIX, SEAL_PREFIX, TAB_SIGN
from zi_excel.validation.findings import Finding
from zi_excel.version import __version__


def monev_change(
    package: Package,
    workbook: Workbook,
    owned: Owned,
    *,
    plan: RencanaAksi,
    measurement: Measurement,
    findings: Sequence[Finding],
    ambang: Ambang,
    recording: Recording | None = None,
) -> Change:
    """Renders and grafts; nothing is written yet.

    Args:
        package: the workbook's package.
        workbook: its workbook part.
        owned: the tool's tabs in it; where staff renamed one, its formulas, charts and links use that name.
        plan: what the tabs show; of this workbook or of another.
        measurement: what was measured of the plan.
        findings: what the validation found in it.
        ambang: the thresholds that the measurement was made with.
        recording: the history of the plan up to the measurement; None: there is none.

    Raises:
        WorkbookError: it can't be done without harm to what is staff's.
    """
    from zi_excel import sheets
    from zi_excel.opc.graft.graft import graft
    from zi_excel.opc.graft.tab_parts import Tab

    wanted = {tab.key: tab.name for tab in sheets.monev_tabs(plan)}
    if recording is not None and not recording.kept:
        del wanted[TAB_KEY]
    refuse_same_names(owned, {NAME_PREFIX + key: name for key, name in wanted.items()})
    own_names = {sign: sheet.name for sign, sheet in owned.tabs.items()}
    names = {key: own_names.get(NAME_PREFIX + key, name) for key, name in wanted.items()}
    rendered = sheets.render_monev(
        plan,
        measurement,
        findings,
        names=names,
        version=__version__,
        tolerance_points=ambang.poin,
        horizon_days=ambang.hari,
        date_1904=workbook.date_1904,
        recording=recording,
    )
    tabs = [Tab(NAME_PREFIX + key, name) for key, name in names.items()]
    return graft(package, rendered, tabs, prefix=NAME_PREFIX, sign=TAB_SIGN, seal=SEAL_PREFIX, owned=owned)
