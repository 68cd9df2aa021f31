# Structural time series: expected values of the tests of outturn.evidence.structural.
# Run from the module's folder: python3 src/test/oracle/structural.py
# statsmodels 0.13.5, numpy 1.24.2; printed values are at the end.
import warnings

import numpy as np
import pandas as pd
from statsmodels.tsa.statespace.structural import UnobservedComponents

warnings.filterwarnings("ignore")
resources = "src/test/resources/r-datasets/"
options = dict(disp=0, method="nm", maxiter=20000, xtol=1e-11, ftol=1e-13)


def fit(y, **model):
    ucm = UnobservedComponents(y, "llevel", use_exact_diffuse=True, **model)
    start = ucm.fit(disp=0, method="lbfgs", maxiter=2000)
    return ucm.fit(start.params, **options)


def show(key, *values):
    print(key, " ".join("%.10g" % v for v in values))


nile = pd.read_csv(resources + "nile.csv").volume.values.astype(float)
f = fit(nile)
show("nile (noise, level, loglik, without first)", *f.params, f.llf, f.llf_obs[1:].sum())
gaps = nile.copy()
gaps[[0, 20, 21, 22, 60, 98]] = np.nan
f = fit(gaps)
next_ = f.get_forecast(1)
show("nile with gaps (noise, level, loglik, forecast, sd)", *f.params, f.llf, next_.predicted_mean[0], next_.se_mean[0])

air = np.log(pd.read_csv(resources + "airpassengers.csv").passengers.values)
f = fit(air, seasonal=12)
next_ = f.get_forecast(1)
show("log air (noise, level, season, loglik, forecast, sd)", *f.params, f.llf, next_.predicted_mean[0], next_.se_mean[0])

belts = pd.read_csv(resources + "seatbelts.csv")
x = np.c_[np.log(belts.PetrolPrice), belts.law]
f = fit(np.log(belts.drivers.values), seasonal=12, exog=x)
show("seatbelts (noise, level, season, petrol, law, loglik, without first 12)", *f.params, f.llf, f.llf_obs[12:].sum())

# Printed:
# nile (noise, level, loglik, without first) 15098.51807 1469.176531 -633.4645636 -632.5456251
# nile with gaps (noise, level, loglik, forecast, sd) 17212.04715 791.1721258 -597.0972385 845.1350902 147.7032314
# log air (noise, level, season, loglik, forecast, sd) 2.822039376e-05 0.001027986734 5.365822465e-05 216.215132 6.108909399 0.04097830775
# seatbelts (noise, level, season, petrol, law, loglik, without first 12) 0.004083897494 0.0002237180564 2.002434957e-18 -0.2816530763 -0.2359251923 189.6601264 203.1722954
