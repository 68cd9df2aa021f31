"""Exact coverage of the Wilson interval at .95 for 40 answers; scipy 1.10.1.

Prints {0.05: 0.95197, 0.2: 0.9283, 0.35: 0.93345, 0.5: 0.96152}
"""
import numpy as np
from scipy.stats import binom, norm

n, z = 40, norm.ppf(0.975)
k = np.arange(n + 1)
p = k / n
scale = 1 + z * z / n
centre = (p + z * z / (2 * n)) / scale
reach = z / scale * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
print({s: round(float(binom.pmf(k, n, s)[(centre - reach <= s) & (s <= centre + reach)].sum()), 5)
       for s in (0.05, 0.2, 0.35, 0.5)})
