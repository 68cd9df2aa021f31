# Takes the rates of the file as those of a day: fx-rates.sh DAY
set -eu
sleep 1
awk -F, -v day="$1" 'NR > 1 {
  printf "1 pound = %.4f %s on %s\n", $2, $1, day
  printf "%s=%.4f\n", tolower($1), $2 > ENVIRON["OUTTURN_OUTPUTS"]
}' data/fx-rates.csv
