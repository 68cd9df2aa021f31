# Provides for a quarter's tax: a quarter of the total, in TOTAL.
set -eu
sleep 1
provision=$((TOTAL / 4))
echo "Of $TOTAL pounds, $provision are provided for tax."
echo "provision=$provision" > "$OUTTURN_OUTPUTS"
