# Adds up the subledgers of one company: collect-subledger.sh COMPANY
set -eu
company=$1
if [ "$company" = overseas ] && [ "$OUTTURN_ATTEMPT" = 1 ]; then
  echo "The ledger of overseas is still locked by its night batch." >&2
  exit 75 # a temporary failure: the task's retry rule names this code
fi
sleep 1 # a ledger takes its time
awk -F, -v company="$company" '
  $1 == company {
    printf "%-12s %6d entries %12d pounds\n", $2, $3, $4
    entries += $3
    balance += $4
  }
  END {
    if (!entries) { print "no subledger of " company > "/dev/stderr"; exit 1 }
    printf "entries=%d\nbalance=%d\n", entries, balance > ENVIRON["OUTTURN_OUTPUTS"]
  }' data/subledgers.csv
