# Turns the file into a list of months with their first and last days.
set -eu
awk -F, '
  NR == 1 {
    if ($4 != "drivers") { print "column 4 is " $4 ", expected drivers" > "/dev/stderr"; exit 1 }
    split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
    json = "{\"months\": ["
    next
  }
  {
    length_of_month = $2 == 2 && $1 % 4 == 0 ? 29 : days[$2]
    json = json sprintf("%s\n{\"first\": \"%d-%02d-01\", \"last\": \"%d-%02d-%d\", \"drivers\": %d}",
      NR > 2 ? "," : "", $1, $2, $1, $2, length_of_month, $4)
  }
  END {
    print json "]}" > ENVIRON["OUTTURN_OUTPUTS"]
    print NR - 1 " months read"
  }' data/seatbelts.csv
