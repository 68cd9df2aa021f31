# Writes the SIMULATED weeks and months of this example, the same ones each time: simulate.sh FOLDER [SEED]
#
# What is put in: the new letter of March 2025 changes nothing, neither the missed appointments nor the calls.
set -eu
folder=$1
seed=${2:-2025}
awk -v folder="$folder" -v seed="$seed" '
  # Random numbers of Park and Miller (1988), which every awk computes alike; its own are not.
  function uniform() { seed = (16807 * seed) % 2147483647; return seed / 2147483647 }
  # Nearly normal, with mean 0 and standard deviation 1: the sum of twelve, less six.
  function normal(  sum, i) { sum = 0; for (i = 0; i < 12; i++) sum += uniform(); return sum - 6 }
  function whole(x) { return int(x + 0.5) }

  function next_week() {
    day += 7
    length_of_month = days[month] + (month == 2 && year % 4 == 0)
    if (day > length_of_month) { day -= length_of_month; month++ }
    if (month > 12) { month = 1; year++ }
  }

  BEGIN {
    split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
    print "period,numerator,denominator" > (folder "/missed-appointments.csv")
    print "period,value" > (folder "/calls-to-move.csv")

    year = 2023; month = 6
    for (i = 0; i < 31; i++) {
      printf "%d-%02d-01,%d\n", year, month, whole(310 + 55 * normal()) > (folder "/calls-to-move.csv")
      if (++month > 12) { month = 1; year++ }
    }

    year = 2024; month = 1; day = 1
    for (week = 0; week < 104; week++) {
      appointments = whole(2400 + 90 * normal())
      drift = 0.2 * drift + 0.35 * normal()
      missed = whole(appointments * (8.4 + drift + 0.56 * normal()) / 100)
      printf "%d-%02d-%02d,%d,%d\n", year, month, day, missed, appointments > (folder "/missed-appointments.csv")
      next_week()
    }
  }'
echo "SIMULATED with the seed $seed: appointments of an invented group of clinics"
