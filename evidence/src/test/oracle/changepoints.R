# Change points: expectations of LevelChangesTest and RegressionBreaksTest.
# R 4.2.2, base packages only; run as: Rscript changepoints.R
nile <- as.numeric(datasets::Nile)
uk <- log10(as.numeric(datasets::UKDriverDeaths))

# Optimal partitioning without pruning: every cut is tried.
optimal <- function(y, penalty, least) {
  n <- length(y)
  cost <- function(s, t) { v <- y[(s + 1):t]; sum((v - mean(v))^2) }
  f <- c(-penalty, rep(Inf, n)); from <- integer(n)
  for (t in seq_len(n)) for (s in 0:(t - 1)) if (t - s >= least && is.finite(f[s + 1])) {
    v <- f[s + 1] + cost(s, t) + penalty
    if (v < f[t + 1]) { f[t + 1] <- v; from[t] <- s }
  }
  cuts <- c(); t <- n
  while (from[t] > 0) { t <- from[t]; cuts <- c(t, cuts) }
  list(cuts = cuts, cost = f[n + 1])
}
noise <- function(y) mad(diff(y))^2 / 2
neighbours <- function(y) {
  d <- diff(y) - median(diff(y)); s <- mad(diff(y)); d <- pmax(pmin(d, 3 * s), -3 * s)
  min(.8, max(0, 1 + 2 * mean(d[-1] * d[-length(d)]) / mean(d^2)))
}
factor <- function(r) (1 + r) / (1 - r)^2

# A series with three levels and no pattern, of which some values are missing.
levels <- round(c(rep(50, 17), rep(58, 14), rep(53, 25)) + 2.2 * sin(1.7 * (1:56)^1.3) + cos(4.1 * (1:56)), 2)
cat("levels:", levels, "\n")
for (name in c("nile", "levels")) {
  y <- get(name); n <- length(y)
  for (f in c(1, factor(neighbours(y)))) {
    o <- optimal(y, 2 * noise(y) * log(n) * f, 4)
    cat(name, "s2", format(noise(y), digits = 10), "r", format(neighbours(y), digits = 8),
        "factor", f, "cuts", o$cuts, "cost", format(o$cost, digits = 12), "\n")
  }
}

# Breaks of a regression: every partition with one and two breaks is tried.
rss <- function(x, y, i) sum(lm.fit(x[i, , drop = FALSE], y[i])$residuals^2)
bic <- function(r, n, k, m) n * (log(r) - log(n) + log(2 * pi) + 1) + (k + 1) * (m + 1) * log(n)
breaks <- function(x, y, h) {
  n <- length(y); k <- ncol(x); w <- matrix(Inf, n, n)
  for (i in 1:(n - h + 1)) for (j in (i + h - 1):n) w[i, j] <- rss(x, y, i:j)
  one <- sapply(1:n, function(b) if (b < h || b > n - h) Inf else w[1, b] + w[b + 1, n])
  best <- c(Inf, 0, 0)
  for (a in h:(n - 2 * h)) for (b in (a + h):(n - h)) {
    v <- w[1, a] + w[a + 1, b] + w[b + 1, n]
    if (v < best[1]) best <- c(v, a, b)
  }
  cat("RSS", format(c(w[1, n], min(one), best[1]), digits = 9), "breaks", which.min(one), best[-1],
      "BIC", format(c(bic(w[1, n], n, k, 0), bic(min(one), n, k, 1), bic(best[1], n, k, 2)), digits = 9), "\n")
  f <- (w[1, n] - min(one)) / (min(one) / (n - 2 * k))
  e <- lm.fit(x, y)$residuals; s <- sqrt(sum(e^2) / (n - k))
  kolmogorov <- function(z) 2 * sum((-1)^(1:100 + 1) * exp(-2 * (1:100)^2 * z^2))
  cusum <- max(abs(cumsum(e))) / (s * sqrt(n))
  cat("supF", format(f, digits = 8), "OLS-CUSUM", format(cusum, digits = 8), "p", kolmogorov(cusum), "\n")
  root <- function(m) { g <- eigen(m, symmetric = TRUE); g$vectors %*% diag(sqrt(pmax(g$values, 0)), k) %*% t(g$vectors) }
  last <- lm.fit(x, y)$coefficients
  re <- max(sapply(k:(n - 1), function(i) {
    p <- x[1:i, , drop = FALSE]; b <- lm.fit(p, y[1:i])$coefficients; b[is.na(b)] <- 0
    max(abs(root(crossprod(p)) %*% (b - last))) * sqrt(i / n) / s
  }))
  cat("recursive", format(re, digits = 8), "p", 1 - (1 - kolmogorov(re))^k, "\n")
}
cat("nile: "); breaks(matrix(1, 100, 1), nile, 15)
i <- 13:192
cat("uk: "); breaks(cbind(1, uk[i - 1], uk[i - 12]), uk[i], 18)

# The place of the largest value of a two-sided Brownian motion with drift, by simulation on a grid;
# of BreakRangeTest. Left of 0 drift 1/2 and variance 1, right of it d/2 and v.
set.seed(20260101)
place <- function(d, v, step = .02, end = 60, runs = 20000) {
  k <- end / step; t <- step * (1:k)
  sapply(1:runs, function(r) {
    l <- cumsum(rnorm(k, 0, sqrt(step))) - t / 2
    h <- cumsum(rnorm(k, 0, sqrt(v * step))) - d * t / 2
    if (max(l, 0) > max(h, 0)) -t[which.max(l)] else if (max(h) > 0) t[which.max(h)] else 0
  })
}
for (p in list(c(1, 1), c(2, .5), c(.7, 1.5))) {
  x <- place(p[1], p[2])
  cat("argmax drift", p[1], "variance", p[2], "P(<= -5, -1, 0, 1, 5)",
      sapply(c(-5, -1, 0, 1, 5), function(z) mean(x <= z)), "\n")
}

# P of sup F by simulation: largest squared norm of a Brownian bridge over t (1 - t), t in .15 to .85,
# and .1 to .9 for three coefficients; on 4000 steps.
sup <- function(k, share, runs = 20000, n = 4000) {
  t <- (1:n) / n; inside <- t >= share & t <= 1 - share
  replicate(runs, {
    q <- 0
    for (j in 1:k) { w <- cumsum(rnorm(n)) / sqrt(n); q <- q + (w - t * w[n])^2 }
    max((q / (t * (1 - t)))[inside])
  })
}
x <- sup(1, .15); cat("sup k 1 share .15: P(> 6, 8, 10, 12)", sapply(c(6, 8, 10, 12), function(z) mean(x > z)), "\n")
x <- sup(3, .1); cat("sup k 3 share .1: P(> 13, 16, 19.333)", sapply(c(13, 16, 19.333), function(z) mean(x > z)), "\n")
