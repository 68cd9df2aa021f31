# Writes the report into the log.
set -eu
sleep 1
sed -e "s/@PERIOD@/$PERIOD/" -e "s/@COMPANIES@/$COMPANIES/" -e "s/@TOTAL@/$TOTAL/" -e "s/@EUR@/$EUR/" data/report.txt
