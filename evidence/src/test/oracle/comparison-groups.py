# Comparison groups: expected values of the tests of outturn.evidence.did and .synthetic.
# Run anywhere: /usr/bin/python3 src/test/oracle/comparison-groups.py
# statsmodels 0.13.5, scipy 1.10.1, numpy 1.24.2; printed values are at the end.
import numpy as np
import statsmodels.api as sm
from scipy.optimize import minimize, nnls

N, T = 10, 12


def wave(starts):
    y = np.empty((N, T))
    for i in range(N):
        for t in range(T):
            y[i, t] = 10 + 3 * np.sin(1.7 * i) + 0.3 * t + np.cos(2.3 * i + 0.9 * t + 0.11 * i * t)
            if t >= starts.get(i, T):
                y[i, t] += 2 + 0.5 * (t - starts[i])
    return y


def interaction(rows):
    """Coefficient of treated x after of a least squares regression of (y, treated, after)."""
    rows = np.array(rows, float)
    x = np.c_[np.ones(len(rows)), rows[:, 1], rows[:, 2], rows[:, 1] * rows[:, 2]]
    return sm.OLS(rows[:, 0], x).fit().params[3]


def show(key, *values):
    print(key, " ".join("%.10g" % v for v in values))


y = wave({i: 6 for i in range(4)})
show("did", interaction([(y[i, t], i < 4, t >= 6) for i in range(N) for t in range(T)]))
show("did events", *[interaction([(y[i, s], i < 4, s == t) for i in range(N) for s in (5, t)]) for t in (0, 4, 6, 11)])

starts = {0: 5, 1: 5, 2: 8, 3: 8, 4: 8, 5: 10}
y = wave(starts)
att = {}
for g in (5, 8, 10):
    for t in range(T):
        if t == g - 1:
            continue
        late = [i for i in range(N) if starts.get(i, 99) > max(t, g - 1) and starts.get(i, 99) != g]
        units = [i for i in range(N) if starts.get(i) == g] + late
        att[g, t] = interaction([(y[i, s], starts.get(i) == g, s == t) for i in units for s in (g - 1, t)])
show("att(5,5) att(5,9) att(8,2) att(10,11)", att[5, 5], att[5, 9], att[8, 2], att[10, 11])
size = {5: 2, 8: 3, 10: 1}
show("by groups", sum(size[g] * np.mean([att[g, t] for t in range(g, T)]) for g in size) / 6)
event = lambda e: np.average([att[g, g + e] for g in size if (g, g + e) in att], weights=[size[g] for g in size if (g, g + e) in att])
show("events -3 0 1 3", event(-3), event(0), event(1), event(3))

y = wave({0: 8})
a, b = y[0, :8], y[1:, :8].T
# Sum 1 by a heavy row, then polished on the simplex.
start = nnls(np.vstack([b, 1e4 * np.ones(9)]), np.append(a, 1e4))[0]
w = minimize(
    lambda w: np.sum((a - b @ w) ** 2), start / start.sum(), jac=lambda w: -2 * b.T @ (a - b @ w), method="SLSQP",
    bounds=[(0, 1)] * 9, constraints={"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: np.ones(9)},
    options={"ftol": 1e-15, "maxiter": 1000}).x
show("synthetic weights", *w)
gap = y[0] - y[1:].T @ w
show("synthetic mse before, effect, gap of last", np.mean(gap[:8] ** 2), gap[8:].mean(), gap[-1])

# Printed:
# did 3.233977165
# did events 0.1591136759 -0.07051228181 1.828275351 4.217443592
# att(5,5) att(5,9) att(8,2) att(10,11) 1.988025484 3.76301034 -0.2941668078 0.9849094644
# by groups 2.500084059
# events -3 0 1 3 -0.9268921174 1.8610363 1.74399459 3.292219736
# synthetic weights 0 0.6166731285 0.0852637398 0 0.1805767919 1.939555369e-16 0 0.1174863399 5.813087198e-19
# synthetic mse before, effect, gap of last 0.262729137 2.518669887 2.812078602
