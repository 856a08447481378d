"""How far a co-mention is more than chance."""

from math import log


def log_likelihood_ratio(together: int, first: int, second: int, total: int) -> float:
    """Return the log-likelihood ratio G² of two entities' co-occurrence, signed by its direction.

    Of `total` paragraphs, `first` name the one, `second` the other, `together` both. The 2x2 table's G² = 2 Σ O ln(O/E)
    is that of Dunning (1993), "Accurate Methods for the Statistics of Surprise and Coincidence", Computational
    Linguistics 19(1). It is negative where the two stand together less often than chance would have them.
    """
    table = (
        (together, first * second),
        (first - together, first * (total - second)),
        (second - together, (total - first) * second),
        (total - first - second + together, (total - first) * (total - second)),
    )
    g2 = 2 * sum(observed * log(observed * total / expected) for observed, expected in table if observed > 0)
    return g2 if together * total >= first * second else -g2


def normalised_pmi(together: int, first: int, second: int, total: int) -> float:
    """Return two entities' normalised pointwise mutual information, from -1 (never together) to 1 (only together).

    Bouma (2009), "Normalized (Pointwise) Mutual Information in Collocation Extraction", GSCL: ln(p(x,y) / p(x)p(y))
    divided by -ln p(x,y). A pair that stands in every paragraph carries no information: 0.
    """
    if together == 0:
        return -1.0
    if together == total:
        return 0.0
    return log(together * total / (first * second)) / -log(together / total)
