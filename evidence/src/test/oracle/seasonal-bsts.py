"""A level and a season by Bayes: expectations of SeasonalSamplerTest and SeasonalBstsTest.

statsmodels 0.13.5, numpy 1.24.2; run as: /usr/bin/python3 seasonal-bsts.py
"""
import sys
import warnings

import numpy as np
import pandas as pd
from statsmodels.tsa.statespace.structural import UnobservedComponents

warnings.simplefilter("ignore")
RESOURCES = "../resources/"


def model(y, cycle, start):
    made = UnobservedComponents(y, "llevel", seasonal=cycle)
    states = np.zeros(cycle)
    states[0] = start
    made.ssm.initialize_known(states, np.eye(cycle))
    return made


def smoothed():
    """Smoothed states of a made series with gaps, for variances that are fixed."""
    t = np.arange(30)
    y = np.round(0.03 * t + np.array([0.8, -0.3, -0.9, 0.4])[t % 4] + 0.3 * np.sin(2.1 * t * t), 3)
    y[[4, 5, 17]] = np.nan
    print("y", list(y))
    found = model(y, 4, y[0]).smooth([0.2, 0.05, 0.02])
    print("loglikelihood", repr(found.llf))
    for period in (0, 4, 5, 16, 29):
        print(period, "means", [round(v, 6) for v in found.smoothed_state[:, period]],
              "deviations", [round(v, 6) for v in np.sqrt(np.diag(found.smoothed_state_cov[:, :, period]))])


def effect(draws, seed):
    """Gibbs sampler of the specification on the logarithms of AirPassengers, 1949 to 1956 before."""
    values = np.log(pd.read_csv(RESOURCES + "r-datasets/airpassengers.csv")["passengers"].to_numpy(float))
    before, after, cycle, deviation = 96, 24, 12, 0.1
    mean, sd = values[:before].mean(), values[:before].std(ddof=1)
    y = (values[:before] - mean) / sd
    rng = np.random.default_rng(seed)
    made = model(y, cycle, y[0])
    sampler = made.simulation_smoother()
    noise, step, season = 0.5, deviation ** 2, 1e-4
    gamma = lambda df, ss: ss / 2 / rng.gamma(df / 2)

    def bounded(df, ss, most):
        while True:
            v = gamma(df, ss)
            if v <= most:
                return v

    sums, levels = [], np.zeros(after)
    for i in range(-draws // 10, draws):
        made.update([noise, step, season])
        sampler.simulate(disturbance_variates=rng.standard_normal(before * 3),
                         initial_state_variates=rng.standard_normal(cycle))
        a = sampler.simulated_state
        step = bounded(32 + before - 1, 32 * deviation ** 2 + (np.diff(a[0]) ** 2).sum(), 1)
        moved = a[1, 1:] + a[1:, :-1].sum(axis=0)
        season = bounded(0.01 + before - 1, 0.01 * 1e-4 + (moved ** 2).sum(), 1)
        noise = bounded(0.01 + before, 0.01 + ((y - a[0] - a[1]) ** 2).sum(), 1.44)
        if i < 0:
            continue
        state, total = a[:, -1].copy(), 0
        for k in range(after):
            new = -state[1:].sum() + np.sqrt(season) * rng.standard_normal()
            state[2:] = state[1:-1].copy()
            state[1] = new
            state[0] += np.sqrt(step) * rng.standard_normal()
            levels[k] += (mean + sd * (state[0] + state[1])) / draws
            total += mean + sd * (state[0] + state[1] + np.sqrt(noise) * rng.standard_normal())
        sums.append(total)
    observed = values[before:before + after].sum()
    average = (observed - np.array(sums)) / after
    print("seed", seed, "average", (observed - levels.sum()) / after, "sd", average.std(ddof=1),
          "interval", np.quantile(average, [0.025, 0.975]), "last", levels[-1])


smoothed()
draws = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
for seed in (1, 2):
    effect(draws, seed)
