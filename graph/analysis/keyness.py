"""Whether something became more frequent from one body of text to another, beyond what their sizes explain."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def keyness(before: NDArray[np.int64], after: NDArray[np.int64], total_before: int, total_after: int) -> Floats:
    """Return the log-likelihood G² of counts in two bodies of `total_before` and `total_after` units, with a sign.

    G² = 2 (a ln(a/E1) + b ln(b/E2)), E1 = c(a+b)/(c+d), E2 = d(a+b)/(c+d): Rayson and Garside (2000), "Comparing
    corpora using frequency profiling", ACL workshop on comparing corpora. It is positive where `after` has more than
    its share and negative where less; above 3.84 chance would do so in one of twenty cases, above 10.83 in one of a
    thousand, for a link chosen beforehand. Nothing can be said where either body is empty: 0.
    """
    a, b = before.astype(np.float64), after.astype(np.float64)
    if total_before <= 0 or total_after <= 0:
        return np.zeros(len(a))
    share = total_before / (total_before + total_after)
    expected_a, expected_b = share * (a + b), (1 - share) * (a + b)
    with np.errstate(divide="ignore", invalid="ignore"):
        g2 = 2 * (np.where(a > 0, a * np.log(a / expected_a), 0.0) + np.where(b > 0, b * np.log(b / expected_b), 0.0))
    signed: Floats = np.where(b >= expected_b, 1.0, -1.0) * np.abs(g2)
    return signed
