# Tells each budget holder, here in the log only.
set -eu
awk -F, 'NR > 1 {
  printf "To %s: the figures of %s for %s are there, %s days after the month.\n", $1, $2, ENVIRON["PERIOD"], ENVIRON["DAYS"]
}' data/budget-holders.csv
