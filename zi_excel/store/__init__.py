"""Putting a new workbook in the place of an old one: whole, backed up, or not at all (contract, section 8).

Knows no package format and no decree: it takes paths and callables. `check_not_open` before anything; then, inside one
`lock`, `fingerprint` before the workbook is read, `check_read` once it is open, `clean`, and `replace` when the new
content is known. `backups_of` says which backups there are, and `restore` puts one in the workbook's place. `create` is
for new files; `overwrite`, `open_own` and the like for the tool's own. Others may write in the same folders: what they
can do there touches nothing outside (docs/keamanan.md). May import the ground floor only.
"""

from zi_excel.store.backups import Backup, backups_of
from zi_excel.store.cleaning import clean
from zi_excel.store.fingerprints import Fingerprint, fingerprint
from zi_excel.store.folders import check_read
from zi_excel.store.locks import lock
from zi_excel.store.open_elsewhere import check_not_open, why_busy
from zi_excel.store.own_files import narrow, narrowest, open_own, overwrite, read_own, rights_for, turn_over
from zi_excel.store.replacing import replace, restore
from zi_excel.store.writing import create

__all__ = [
    "Backup",
    "Fingerprint",
    "backups_of",
    "check_not_open",
    "check_read",
    "clean",
    "create",
    "fingerprint",
    "lock",
    "narrow",
    "narrowest",
    "open_own",
    "overwrite",
    "read_own",
    "replace",
    "restore",
    "rights_for",
    "turn_over",
    "why_busy",
]
