# Turns the simulated months into one line: 2024-01=6.5 2024-02=7.0 and so on.
set -eu
sed -n '1s/^# *//p' data/history.csv
awk -F, '/^[0-9]/ { months = months (months ? " " : "") $1 "=" $2 }
END { print "months=" months > ENVIRON["OUTTURN_OUTPUTS"] }' data/history.csv
