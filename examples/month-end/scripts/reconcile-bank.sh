# Compares the books with the bank's statements, account by account.
set -eu
sleep 1
awk -F, 'NR > 1 {
  if ($2 == $3) { print $1 ": agrees"; next }
  print $1 ": the books say " $2 ", the bank says " $3
  differences++
}
END { printf "differences=%d\n", differences > ENVIRON["OUTTURN_OUTPUTS"] }' data/bank.csv
