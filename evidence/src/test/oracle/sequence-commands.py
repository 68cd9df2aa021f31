# Python 3.11, scipy 1.10, numpy 1.24: what `outturn evidence sequence` prints, by the formulas of the
# papers (Waudby-Smith and others 2024, theorem 2.2; Howard and others 2021, beta-binomial mixture).
import numpy as np
from scipy.optimize import brentq
from scipy.special import betaln


def scale(alpha):
    return -2 * np.log(alpha) + np.log(1 - 2 * np.log(alpha))


def share(counted, answers, planned, alpha):
    def evidence(p):
        precision = max(planned / scale(alpha) - 1, 1e-3)
        a, b = precision * p, precision * (1 - p)
        no = answers - counted
        return (betaln(a + counted, b + no) - betaln(a, b)
                - counted * np.log(p) - no * np.log1p(-p) + np.log(alpha))
    at = counted / answers
    return brentq(evidence, 1e-9, at, xtol=1e-13), brentq(evidence, at, 1 - 1e-9, xtol=1e-13)


def difference(one, two, planned, alpha):
    n = len(one) + len(two)
    deviation = np.sqrt(n * (np.var(one, ddof=1) / len(one) + np.var(two, ddof=1) / len(two)))
    rho2 = scale(alpha) / planned
    reach = deviation * np.sqrt(
        2 * (n * rho2 + 1) / (n * n * rho2) * np.log(np.sqrt(n * rho2 + 1) / alpha))
    middle = np.mean(one) - np.mean(two)
    return middle, middle - reach, middle + reach


print("share 40 of 120, planned 500:", share(40, 120, 500, .05))
i = np.arange(30)
print("difference, planned 100:", difference(i * 7 % 10 + 3.0, i * 3 % 10 * 1.0, 100, .05))

# share 40 of 120, planned 500: (0.20512465055789067, 0.48130951637214553)
# difference, planned 100: (3.0, 0.6912152971416008, 5.308784702858399)
