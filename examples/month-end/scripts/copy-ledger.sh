# Pretends to copy the ledger database for MINUTES minutes, six steps a minute.
set -eu
steps=$((MINUTES * 6))
step=0
while [ "$step" -lt "$steps" ]; do
  step=$((step + 1))
  echo "part $step of $steps copied; the pool ledger-db is taken until the end"
  sleep 10
done
