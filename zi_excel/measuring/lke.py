"""The LKE's weights: what each subkomponen is worth in "Pemenuhan" (contract, section 5).

LKE is the Lembar Kerja Evaluasi of a Zona Integritas. Source: PermenPANRB 90/2021, Lampiran III (left as it is by
PermenPANRB 5/2024). Together the 25 subkomponen are worth 30 of the LKE's 100 points, so what is weighed by them is a
"capaian tertimbang", never a "nilai LKE".
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

BOBOT: Mapping[str, float] = MappingProxyType(
    {
        # I. Manajemen Perubahan
        "I.1": 0.5,
        "I.2": 1.0,
        "I.3": 1.0,
        "I.4": 1.5,
        # II. Penataan Tata Laksana
        "II.1": 1.0,
        "II.2": 2.0,
        "II.3": 0.5,
        # III. Penataan Sistem Manajemen SDM
        "III.1": 0.25,
        "III.2": 0.5,
        "III.3": 1.25,
        "III.4": 2.0,
        "III.5": 0.75,
        "III.6": 0.25,
        # IV. Penguatan Akuntabilitas
        "IV.1": 2.5,
        "IV.2": 2.5,
        # V. Penguatan Pengawasan
        "V.1": 1.5,
        "V.2": 1.5,
        "V.3": 1.5,
        "V.4": 1.5,
        "V.5": 1.5,
        # VI. Peningkatan Kualitas Pelayanan Publik
        "VI.1": 1.0,
        "VI.2": 1.0,
        "VI.3": 1.0,
        "VI.4": 1.0,
        "VI.5": 1.0,
    }
)
"""LKE points per kode of a subkomponen; 30 in all."""

WBK = 0.60
"""The LKE's limit per area for Wilayah Bebas dari Korupsi (share 0..1): a line for comparison and no more."""

WBBM = 0.75
"""The same for Wilayah Birokrasi Bersih dan Melayani."""


class Weights(NamedTuple):
    """The weights that fit a matrix.

    bobot: LKE points per kode; {} where they don't fit, then `reason` says why (Indonesian, one sentence).
    """

    bobot: Mapping[str, float]
    reason: str | None = None


def weights_for(kodes: Iterable[str]) -> Weights:
    """The weights for a matrix with these subkomponen.

    They fit where the kode are exactly the LKE's 25, each once. Names are not compared: offices write the LKE's own in
    many ways, and the kode already says the place.

    Args:
        kodes: the kode of every subkomponen of the matrix, in any order.
    """
    present = list(kodes)
    lacking = [kode for kode in BOBOT if kode not in present]
    strange = [kode for kode, count in Counter(present).items() if kode not in BOBOT or count > 1]
    if not lacking and not strange:
        return Weights(BOBOT)
    differences = [f"tidak ada {_some(lacking)}"] if lacking else []
    differences += [f"di luar daftar itu ada {_some(strange)}"] if strange else []
    return Weights(
        MappingProxyType({}),
        f"{len(present)} subkomponen matriks ini bukan {len(BOBOT)} subkomponen yang berbobot dalam LKE: "
        f"{'; '.join(differences)}.",
    )


def without_indikator(kodes: list[str]) -> str:
    """Why there is no weighted capaian of a group: the weight of a subkomponen without indikator goes to no other."""
    weights = f"{BOBOT[kodes[0]]:g}" if len(kodes) == 1 else f"{sum(BOBOT[kode] for kode in kodes):g}"
    return (
        f"Subkomponen {_some(kodes)} tidak mempunyai indikator, jadi bobotnya ({weights.replace('.', ',')}) tidak ada "
        "capaiannya dan tidak dibagikan kepada yang lain."
    )


def weighted(capaian: Mapping[str, float], bobot: Mapping[str, float]) -> float:
    """The mean of capaian (share 0..1 per kode) weighed by bobot, over the sum of these weights.

    Raises:
        KeyError: a kode has no weight.
        ZeroDivisionError: capaian is empty.
    """
    # The weights are quarters, so their sum is exact: where every capaian is 1, the result is 1.
    return sum(bobot[kode] * share for kode, share in capaian.items()) / sum(bobot[kode] for kode in capaian)


def _some(kodes: list[str], most: int = 6) -> str:
    """The first few of them, and how many more there are."""
    rest = f", dan {len(kodes) - most} lainnya" if len(kodes) > most else ""
    return ", ".join(kodes[:most]) + rest
