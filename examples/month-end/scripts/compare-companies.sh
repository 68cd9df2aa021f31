# Compares what a lender claims with what its borrower admits: compare-companies.sh LENDER BORROWER
set -eu
sleep 1
awk -F, -v lender="$1" -v borrower="$2" '
  $1 == lender && $2 == borrower {
    print lender " claims " $3 ", " borrower " admits " $4
    printf "difference=%d\n", $3 - $4 > ENVIRON["OUTTURN_OUTPUTS"]
  }' data/intercompany.csv
