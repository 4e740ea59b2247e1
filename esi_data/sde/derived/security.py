"""Round and classify the security status of systems as the game does.

Rounding and limits: https://developers.eveonline.com/docs/guides/system-security/
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from esi_data.frames.arrays import categorical

CLASSES = categorical(["highsec", "lowsec", "nullsec"])


def shown(status: pd.Series) -> pd.Series:
    """Return security rounded to a tenth, halves up; values above 0.0 become at least 0.1."""
    tenths: pd.Series = np.floor(status * 10 + 0.5)
    return tenths.mask((status > 0) & (status < 0.05), 1.0) / 10


def class_of(status: pd.Series) -> pd.Series:
    """Return `highsec` from 0.45 on (shown as 0.5), `lowsec` above 0.0, else `nullsec`."""
    codes = np.select([status >= 0.45, status > 0, status <= 0], [0, 1, 2], default=-1)
    return pd.Series(pd.Categorical.from_codes(codes, dtype=CLASSES), index=status.index)
