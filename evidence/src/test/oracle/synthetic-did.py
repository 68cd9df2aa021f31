# Synthetic difference in differences: expected values of the tests of outturn.evidence.sdid.
# Run in the folder of the project: /usr/bin/python3 evidence/src/test/oracle/synthetic-did.py
# numpy 1.24.2, scipy 1.10.1; printed values are at the end. Written from algorithms 1 and 4 of Arkhangelsky, Athey,
# Hirshberg, Imbens, Wager (AER 111, 2021). Weights are found twice: by conditional gradients stopped as
# the authors' R package synthdid stops them (100 steps, small weights dropped, up to 10,000 steps), and by a general solver.
import csv
import os
from itertools import combinations

import numpy as np
from scipy.optimize import minimize


def gradient_weights(a, b, zeta, tol):
    """min mean((c + a w - b)^2) + zeta^2 |w|^2 on the simplex; rows of a are places."""
    a = a - a.mean(0)
    b = b - b.mean()
    n, k = a.shape

    def rounds(w, most):
        last = None
        for step in range(most):
            r = a @ w - b
            g = a.T @ r / n + zeta**2 * w
            d = -w.copy()
            d[np.argmin(g)] += 1
            ad = a @ d
            curvature = ad @ ad / n + zeta**2 * d @ d
            if curvature > 0:
                w = w + np.clip(-(g @ d) / curvature, 0, 1) * d
            value = np.mean((a @ w - b) ** 2) + zeta**2 * w @ w
            if last is not None and last - value <= tol**2:
                break
            last = value
        return w

    w = rounds(np.full(k, 1 / k), 100)
    w = np.where(w <= w.max() / 4, 0, w)
    return rounds(w / w.sum(), 10_000)


def solver_weights(a, b, zeta, tol):
    a = a - a.mean(0)
    b = b - b.mean()
    n, k = a.shape
    f = lambda w: np.mean((a @ w - b) ** 2) + zeta**2 * w @ w
    grad = lambda w: 2 * a.T @ (a @ w - b) / n + 2 * zeta**2 * w
    return minimize(f, np.full(k, 1 / k), jac=grad, method="SLSQP", bounds=[(0, 1)] * k,
                    constraints={"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: np.ones(k)},
                    options={"ftol": 1e-14, "maxiter": 5000}).x


def sdid(y0, y1, t0, weights):
    """Controls y0 and treated y1, rows are units; the estimate, unit weights and time weights."""
    noise = np.std(np.diff(y0[:, :t0], axis=1), ddof=1)
    tol = 1e-5 * noise
    eta = (y1.shape[0] * (y1.shape[1] - t0)) ** 0.25
    omega = weights(y0[:, :t0].T, y1[:, :t0].mean(0), eta * noise, tol)
    lam = weights(y0[:, :t0], y0[:, t0:].mean(1), 1e-6 * noise, tol)
    gap = y1.mean(0) - omega @ y0
    return gap[t0:].mean() - lam @ gap[:t0], omega, lam


def placebos(y0, treated, t0, weights):
    n = range(len(y0))
    # Every choice of controls, where a program may draw some.
    return np.array([sdid(np.delete(y0, list(c), 0), y0[list(c)], t0, weights)[0] for c in combinations(n, treated)])


def show(key, *values):
    print(key, " ".join("%.10g" % v for v in values))


def report(name, y0, y1, t0, placebo=True):
    for label, weights in (("steps", gradient_weights), ("solver", solver_weights)):
        tau, omega, lam = sdid(y0, y1, t0, weights)
        show("%s %s estimate" % (name, label), tau)
        show("  largest units", *np.sort(omega)[::-1][:4])
        show("  largest periods", *np.sort(lam)[::-1][:3])
        if placebo:
            show("  placebo error", placebos(y0, len(y1), t0, weights).std())


# The panel `chirp` of the tests: 12 units and 14 periods, unit 0 (and 1) treated from period 9 on.
N, T = 12, 14


def chirp(treated):
    y = np.empty((N, T))
    for i in range(N):
        for t in range(T):
            y[i, t] = 20 + 2 * np.sin(1.7 * i) + 0.3 * t + np.cos(1.3 * i * i + 2.1 * t * t + 0.7 * i * t)
            if i < treated and t >= 9:
                y[i, t] += 3
    return y


for treated in (1, 2):
    y = chirp(treated)
    report("chirp %d" % treated, y[treated:], y[:treated], 9)

path = "../shared/data/evidence/prop99/california_prop99_long.csv"
if os.path.exists(path):
    rows = list(csv.DictReader(open(path), delimiter=";"))
    states = sorted({r["State"] for r in rows})
    table = {(r["State"], int(r["Year"])): float(r["PacksPerCapita"]) for r in rows}
    y = {s: np.array([table[s, t] for t in range(1970, 2001)]) for s in states}
    controls = np.array([y[s] for s in states if s != "California"])
    report("prop99", controls, y["California"][None], 19)
    gap = y["California"] - controls.mean(0)
    show("prop99 did", gap[19:].mean() - gap[:19].mean())

# Printed:
# chirp 1 steps estimate 2.492651161
#   largest units 0.1738678548 0.135049331 0.1127637371 0.1053044967
#   largest periods 0.4628334927 0.1770422462 0.1100176208
#   placebo error 0.4129217874
# chirp 1 solver estimate 2.492582579
#   largest units 0.1738708059 0.1350530609 0.1127419894 0.1053076803
#   largest periods 0.4627950927 0.1770526398 0.1100661532
#   placebo error 0.4139620444
# chirp 2 steps estimate 3.058336713
#   largest units 0.1401537474 0.1255170028 0.1204637481 0.1143463137
#   largest periods 0.4453808038 0.1640997736 0.1512228223
#   placebo error 0.2884282922
# chirp 2 solver estimate 3.058399437
#   largest units 0.1401613433 0.1255243264 0.1204694726 0.1143545093
#   largest periods 0.4453686736 0.1641073445 0.1512806722
#   placebo error 0.2897913164
# prop99 steps estimate -15.60382787
#   largest units 0.1244892278 0.1050475785 0.0782872885 0.07036812273
#   largest periods 0.4270763175 0.3664706319 0.2064530506
#   placebo error 9.368828093
# prop99 solver estimate -15.60539779
#   largest units 0.1241938522 0.1045675792 0.07836172861 0.07043409504
#   largest periods 0.4270762418 0.3664705825 0.2064531754
#   placebo error 9.368416158
# prop99 did -27.34911108
