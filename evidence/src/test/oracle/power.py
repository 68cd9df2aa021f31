# Power of interrupted time series: expected values of the tests of outturn.evidence.power.
# Run with python3 and numpy 1.24.2, scipy 1.10.1, statsmodels 0.13.5; printed values are at the end.
import numpy as np
from scipy.stats import norm
import statsmodels.api as sm


def design(before, after, shape):
    t = np.arange(1, before + after + 1)
    step = (t > before) * 1.0
    columns = {
        "step": [np.ones_like(step), step],
        "trend": [np.ones_like(step), step, t],
        "slope": [np.ones_like(step), step, t, step * (t - before)],
    }[shape]
    return np.column_stack(columns)


# The step that is seen with 80 % power by generalised least squares if the noise were known.
for before, after in ((12, 12), (24, 12)):
    for shape in ("step", "trend", "slope"):
        x = design(before, after, shape)
        lags = np.abs(np.subtract.outer(np.arange(len(x)), np.arange(len(x))))
        c = np.linalg.inv(x.T @ np.linalg.inv(0.4**lags) @ x)
        print("known noise", before, after, shape, (norm.ppf(0.975) + norm.ppf(0.8)) * np.sqrt(c[1, 1]))

# Share of series that declare a step by least squares, normal AR(1) noise of standard deviation 1.
random = np.random.default_rng(1)
for r, step in ((0, 1.5), (0.4, 2.0)):
    x = design(24, 12, "slope")
    declared = 0
    for _ in range(20000):
        noise = np.empty(36)
        noise[0] = random.standard_normal()
        for i in range(1, 36):
            noise[i] = r * noise[i - 1] + np.sqrt(1 - r * r) * random.standard_normal()
        declared += sm.OLS(noise + step * x[:, 1], x).fit().pvalues[1] <= 0.05
    print("ols power", r, step, declared / 20000)

# Printed:
# known noise 12 12 step 1.5684695193577056
# known noise 12 12 trend 2.6449757243324026
# known noise 12 12 slope 2.6548868729454496
# known noise 24 12 step 1.3899027860336925
# known noise 24 12 trend 2.193439405271894
# known noise 24 12 slope 2.486393295312418
# ols power 0 1.5 0.5129
# ols power 0.4 2.0 0.7406
