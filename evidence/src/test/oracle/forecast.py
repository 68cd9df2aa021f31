# Forecasts: expected values of the tests of outturn.evidence.forecast.
# Run from the module's folder: python3 src/test/oracle/forecast.py
# statsmodels 0.13.5, numpy 1.24.2, scipy 1.10.1; printed values are at the end.
import warnings

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.forecasting.theta import ThetaModel
from statsmodels.tsa.seasonal import seasonal_decompose

warnings.filterwarnings("ignore")
resources = "src/test/resources/r-datasets/"
nile = pd.read_csv(resources + "nile.csv").volume.values.astype(float)
air = pd.read_csv(resources + "airpassengers.csv").passengers.values.astype(float)


def show(key, *values):
    print(key, " ".join("%.8g" % v for v in values))


# Weights and starts together, by a search that knows nothing of the structure.
def smooth(p, y, damped):
    alpha, beta, phi = p[0], p[1], p[2] if damped else 1
    level, trend = p[-2], p[-1]
    if not (1e-4 <= beta <= alpha <= 0.9999 and (not damped or 0.8 <= phi <= 0.98)):
        return 1e18, level, trend
    sse = 0
    for v in y:
        e = v - level - phi * trend
        sse += e * e
        level += phi * trend + alpha * e
        trend = phi * trend + beta * e
    return sse, level, trend


def search(y, damped):
    best = None
    for a0, b0 in ((0.1, 0.05), (0.3, 0.05), (0.5, 0.2), (0.9, 0.5)):
        for phi in (0.85, 0.95):
            x = [a0, b0] + ([phi] if damped else []) + [y[0], (y[-1] - y[0]) / len(y)]
            for _ in range(5):
                r = minimize(lambda p: smooth(p, y, damped)[0], x, method="Nelder-Mead",
                             options=dict(xatol=1e-9, fatol=1e-9, maxiter=50000, maxfev=50000))
                x = r.x
            if best is None or r.fun < best.fun:
                best = r
    _, level, trend = smooth(best.x, y, damped)
    phi = best.x[2] if damped else 1
    ahead = [level + trend * sum(phi ** i for i in range(1, h + 1)) for h in (1, 4)]
    return [*best.x[: 3 if damped else 2], best.fun, *ahead]


show("air A,A,N (alpha, beta, sse, h1, h4)", *search(air, False))
show("air A,Ad,N (alpha, beta, phi, sse, h1, h4)", *search(air, True))
belts = pd.read_csv(resources + "seatbelts.csv").front.values.astype(float)
show("belts front A,A,N (alpha, beta, sse, h1, h4)", *search(belts, False))
show("belts front A,Ad,N (alpha, beta, phi, sse, h1, h4)", *search(belts, True))

# The same pass by statsmodels, at weights and starts that are given.
m = ETSModel(air, error="add", trend="add", damped_trend=True, initialization_method="known",
             initial_level=110, initial_trend=2)
f = m.smooth([0.6, 0.2, 0.9])
show("air A,Ad,N of statsmodels at 0.6, 0.2, 0.9 from 110, 2 (sse, h1, h4)", f.sse, f.forecast(4)[0], f.forecast(4)[3])
show("  the same here (sse)", smooth([0.6, 0.2, 0.9, 110, 2], air, True)[0])


# Theta by its definition: two lines, one of them smoothed, averaged; season by statsmodels.
def ses(y, alpha, level):
    sse = 0
    for v in y:
        sse += (v - level) ** 2
        level += alpha * (v - level)
    return sse, level


def theta(y, horizon):
    n = len(y)
    t = np.arange(1, n + 1)
    b, a = np.polyfit(t, y, 1)
    best = min(
        (
            minimize(lambda x: ses(y, x[0], x[1])[0], [a0, y[0]], method="Nelder-Mead",
                     options=dict(xatol=1e-9, fatol=1e-9, maxiter=20000))
            for a0 in (0.1, 0.5, 0.9)
        ),
        key=lambda r: r.fun,
    )
    alpha, level = best.x
    # The line of theta 2 is 2 y - (a + b t); it is smoothed with the weight of y and its own start.
    line = a + b * t
    start = 2 * level - (a + b * 1) + 0 * b
    smoothed = start
    double = 2 * y - line
    for v in double:
        smoothed += alpha * (v - smoothed)
    return alpha, b, [0.5 * (smoothed + a + b * (n + h)) for h in range(1, horizon + 1)]


alpha, b, ahead = theta(nile, 3)
show("nile theta (alpha, b/2, h1, h2, h3)", alpha, b / 2, *ahead)
season = seasonal_decompose(air, model="multiplicative", period=12).seasonal
alpha, b, ahead = theta(air / season, 13)
show("air theta (alpha, h1, h7, h13)", alpha, ahead[0] * season[0], ahead[6] * season[6], ahead[12] * season[0])
f = ThetaModel(pd.Series(air, index=pd.period_range("1949-01", periods=144, freq="M")), method="mul").fit(use_mle=False)
show("air ThetaModel of statsmodels, its own start of the level (h1, h7, h13)", *f.forecast(13, theta=2).values[[0, 6, 12]])

# Weights and start of the level together, the season at the start from the decomposition.
amounts = seasonal_decompose(air, model="additive", period=12).seasonal[:12]


def ana(p):
    level, s, sse = p[2], amounts.copy(), 0
    if not (0 < p[0] < 1 and 0 < p[1] < 1 - p[0]):
        return 1e12, level, s
    for i, v in enumerate(air):
        e = v - level - s[i % 12]
        sse += e * e
        level += p[0] * e
        s[i % 12] += p[1] * e
    return sse, level, s


best = min(
    (minimize(lambda p: ana(p)[0], [a0, 0.1, 130], method="Nelder-Mead", options=dict(xatol=1e-8, fatol=1e-8, maxiter=20000))
     for a0 in (0.3, 0.8)), key=lambda r: r.fun)
_, level, s = ana(best.x)
show("air A,N,A (alpha, gamma, sse, h1, h7)", best.x[0], best.x[1], best.fun, level + s[0], level + s[6])

# Printed:
# air A,A,N (alpha, beta, sse, h1, h4) 0.9999 0.0001 161813.9 434.23342 440.94561
# air A,Ad,N (alpha, beta, phi, sse, h1, h4) 0.9999 0.00010000001 0.98 162097.08 432.23301 432.91649
# belts front A,A,N (alpha, beta, sse, h1, h4) 0.63430857 0.0001 2563837.2 706.45818 704.16888
# belts front A,Ad,N (alpha, beta, phi, sse, h1, h4) 0.62696157 0.0001 0.89195782 2558572.3 707.19174 707.2268
# air A,Ad,N of statsmodels at 0.6, 0.2, 0.9 from 110, 2 (sse, h1, h4) 265725.27 395.32261 340.69666
#   the same here (sse) 265725.27
# nile theta (alpha, b/2, h1, h2, h3) 0.24572812 -1.3571527 799.79328 798.43612 797.07897
# air theta (alpha, h1, h7, h13) 0.8378958 440.07675 602.75006 454.52833
# air ThetaModel of statsmodels, its own start of the level (h1, h7, h13) 437.19736 533.74664 453.13682
# air A,N,A (alpha, gamma, sse, h1, h7) 0.99969857 0.00030142575 42979.913 435.86752 524.47673
