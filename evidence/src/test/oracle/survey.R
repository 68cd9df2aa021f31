# Expected values of outturn.evidence.survey; R 4.2.2 (2022-10-31), base only.
# ScoresTest: the interval of a mean rating
print(t.test(rep(1:5, c(3, 5, 12, 20, 10)))$conf.int, digits = 10)
# WilsonTest: 25 of 50 answers, population 100, n_adj = 50 * 99 / 50
print(prop.test(49.5, 99, correct = FALSE)$conf.int, digits = 10)
# WeightingTest: apisrs poststratified by stype, variance of the deviations from the cell means
d <- read.csv("../resources/r-datasets/apisrs.csv")
n <- nrow(d); N <- 6194; y <- d$api00
totals <- c(E = 4421, H = 755, M = 1018)
w <- as.numeric(totals[d$stype] / table(d$stype)[d$stype])
e <- w * (y - ave(y, d$stype)) / sum(w)
print(c(mean(y), sd(y) / sqrt(n) * sqrt(1 - n / N), sd(y) / sqrt(n)), digits = 10)
print(c(sum(w * y) / sum(w), sqrt((1 - n / N) * n / (n - 1) * sum(e^2))), digits = 10)
# WeightingTest: raking of 12 people on two margins, 500 rounds
people <- data.frame(
  site = c("a","a","a","a","a","b","b","b","b","b","b","b"),
  job  = c("x","x","x","y","y","x","y","y","y","y","x","y"))
seen <- table(people$site, people$job)
raked <- seen
for (i in 1:500) {
  raked <- sweep(raked, 1, c(60, 40) / rowSums(raked), "*")
  raked <- sweep(raked, 2, c(55, 45) / colSums(raked), "*")
}
print(raked / seen, digits = 10)
# Prints
#   3.265045861 3.894954139
#   0.4033651046 0.5966348954
#   656.585000000   9.249722039   9.402772171
#   656.781580953   9.156538162
#   weights a.x 13.547577130, a.y 9.678634306, b.x 7.178634306, b.y 5.128546278
