# Interrupted time series: expected values of the tests of outturn.evidence.its and .regression.
# Run from the module's folder: Rscript src/test/oracle/its.R
# R 4.2.2, nlme 3.1.162, sandwich 3.0.2. Printed values are at the end of this file.
suppressMessages({library(nlme); library(sandwich)})
resources <- "src/test/resources/r-datasets/"
show <- function(key, ...) cat(sprintf("%-44s %s\n", key, paste(sprintf("%.10g", c(...)), collapse = " ")))
cat(R.version.string, "nlme", as.character(packageVersion("nlme")), "sandwich", as.character(packageVersion("sandwich")), "\n")

# Nile, a step from 1899 on, no trend.
nile <- read.csv(paste0(resources, "nile.csv"))
nile$t <- seq_len(nrow(nile)); nile$step <- as.numeric(nile$year >= 1899)
ols <- lm(volume ~ step, nile)
show("nile.ols", coef(ols), sqrt(diag(vcov(ols))))
show("nile.ols.confint.step", confint(ols)["step", ])
for (lag in c(1, 4)) for (adjust in c(FALSE, TRUE))
  show(sprintf("nile.nw%d.%s", lag, adjust), sqrt(diag(NeweyWest(ols, lag = lag, prewhite = FALSE, adjust = adjust))))
reml <- gls(volume ~ step, nile, correlation = corAR1(form = ~t), method = "REML")
show("nile.reml (b, se, phi, sigma)", coef(reml), sqrt(diag(vcov(reml))), coef(reml$modelStruct$corStruct, unconstrained = FALSE), reml$sigma)

# Nile, trend, step and slope after, with ten years missing: the correlation over a gap of g is phi^g.
nile$after <- ifelse(nile$step == 1, nile$t - 28, 0)
gaps <- nile[-c(5, 17, 18, 40, 41, 42, 60, 77, 90, 91), ]
reml <- gls(volume ~ t + step + after, gaps, correlation = corCAR1(form = ~t), method = "REML")
show("nile.gaps.reml (b, se, phi, sigma)", coef(reml), sqrt(diag(vcov(reml))), coef(reml$modelStruct$corStruct, unconstrained = FALSE), reml$sigma)
ols <- lm(volume ~ t + step + after, gaps)
show("nile.gaps.ols", coef(ols), sqrt(diag(vcov(ols))))
# Newey-West over periods, a missing one contributing nothing (Parzen's amplitude modulation).
e <- rep(0, 100); e[gaps$t] <- resid(ols)
x <- matrix(0, 100, 4); x[gaps$t, ] <- model.matrix(ols)
meat <- crossprod(x * e); lag <- 3
for (j in 1:lag) {
  g <- crossprod((x * e)[(j + 1):100, ], (x * e)[1:(100 - j), ])
  meat <- meat + (1 - j / (lag + 1)) * (g + t(g))
}
bread <- solve(crossprod(x)); show("nile.gaps.nw3", sqrt(diag(bread %*% meat %*% bread)))
# Average effect over the 72 - 7 used years after, and its standard error under REML.
used <- gaps[gaps$step == 1, ]; contrast <- c(0, 0, 1, mean(used$after))
show("nile.gaps.reml.average", sum(contrast * coef(reml)), sqrt(c(t(contrast) %*% vcov(reml) %*% contrast)))

# Seatbelts: logarithm of drivers killed or badly hurt.
belts <- read.csv(paste0(resources, "seatbelts.csv"))
belts$t <- seq_len(nrow(belts))
for (k in 1:2) { belts[[paste0("s", k)]] <- sin(2 * pi * k * belts$t / 12); belts[[paste0("c", k)]] <- cos(2 * pi * k * belts$t / 12) }
form <- log(drivers) ~ t + law + log(PetrolPrice) + s1 + c1 + s2 + c2
ols <- lm(form, belts)
box <- Box.test(resid(ols), 10, "Ljung-Box"); show("seatbelts.ols.ljung (Q, p)", box$statistic, box$p.value)
reml <- gls(form, belts, correlation = corAR1(form = ~t), method = "REML", control = glsControl(tolerance = 1e-9, msTol = 1e-10))
show("seatbelts.reml (law, se, phi, sigma)", coef(reml)["law"], sqrt(vcov(reml)["law", "law"]), coef(reml$modelStruct$corStruct, unconstrained = FALSE), reml$sigma)
# A trend that changes: slope after from the last month before.
belts$after <- ifelse(belts$law == 1, belts$t - 169, 0)
slope <- gls(update(form, . ~ . + after), belts, correlation = corAR1(form = ~t), method = "REML", control = glsControl(tolerance = 1e-9, msTol = 1e-10))
show("seatbelts.slope.reml (law, after, se)", coef(slope)[c("law", "after")], sqrt(diag(vcov(slope))[c("law", "after")]))

# Seatbelts: drivers killed per kilometre driven, quasi-Poisson and Poisson.
form <- DriversKilled ~ t + law + log(PetrolPrice) + s1 + c1 + s2 + c2 + offset(log(kms))
quasi <- glm(form, quasipoisson, belts, control = glm.control(epsilon = 1e-13))
poisson <- glm(form, poisson, belts, control = glm.control(epsilon = 1e-13))
show("killed.quasi (law, se, dispersion)", coef(quasi)["law"], sqrt(vcov(quasi)["law", "law"]), summary(quasi)$dispersion)
show("killed.poisson.se", sqrt(vcov(poisson)["law", "law"]))
show("killed.quasi.ratio (ratio, lower, upper)", exp(coef(quasi)["law"] + c(0, -1, 1) * qt(.975, quasi$df.residual) * sqrt(vcov(quasi)["law", "law"])))
without <- belts; without$law <- 0; post <- belts$law == 1
averted <- sum(fitted(quasi)[post] - predict(quasi, without, type = "response")[post])
x <- model.matrix(quasi); x0 <- x; x0[, "law"] <- 0
mu <- fitted(quasi); mu0 <- predict(quasi, without, type = "response")
gradient <- colSums((mu * x - mu0 * x0)[post, ])
show("killed.quasi.cumulative (sum, se)", averted, sqrt(c(t(gradient) %*% vcov(quasi) %*% gradient)))

# Printed:
# R version 4.2.2 Patched (2022-11-10 r83330) nlme 3.1.162 sandwich 3.0.2 
# nile.ols                                     1097.75 -247.7777778 24.12806873 28.43520169
# nile.ols.confint.step                        -304.2065101 -191.3490455
# nile.nw1.FALSE                               26.51079 30.88786403
# nile.nw1.TRUE                                26.77994198 31.20145444
# nile.nw4.FALSE                               27.19899857 31.33944872
# nile.nw4.TRUE                                27.47513761 31.65762387
# nile.reml (b, se, phi, sigma)                1098.671405 -249.3313296 28.90144282 34.01939672 0.1830116821 128.2134851
# nile.gaps.reml (b, se, phi, sigma)           1078.372858 1.705245004 -300.2318052 -1.05415725 61.55830219 3.658524558 68.95297417 3.790676434 0.1950705704 129.5835674
# nile.gaps.ols                                1073.849432 2.054000559 -304.1975253 -1.44453977 51.9867166 3.090071163 58.33232137 3.183747554
# nile.gaps.nw3                                35.33522307 2.255983116 54.31915534 2.415993238
# nile.gaps.reml.average                       -338.8788318 186.5520516
# seatbelts.ols.ljung (Q, p)                   49.93093884 2.748279528e-07
# seatbelts.reml (law, se, phi, sigma)         -0.1458963294 0.03226908941 0.2939958268 0.0900389238
# seatbelts.slope.reml (law, after, se)        -0.2270115681 0.007002542763 0.05217159595 0.003580948759
# killed.quasi (law, se, dispersion)           -0.1221175197 0.03643566269 1.928203199
# killed.poisson.se                            0.02623918088
# killed.quasi.ratio (ratio, lower, upper)     0.8850443522 0.8236555026 0.9510086473
# killed.quasi.cumulative (sum, se)            -299.5191407 88.21761692
