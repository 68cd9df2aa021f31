# Writes the SIMULATED weeks of this example, the same ones each time: simulate.sh FOLDER [SEED]
#
# What is put in: who has not been to the training loses 94 minutes a week to looking for documents, suite or
# no suite. Who has been to it loses 36 less, within weeks. See README.md.
set -eu
folder=$1
seed=${2:-20250901}
awk -v folder="$folder" -v seed="$seed" '
  # Random numbers of Park and Miller (1988), which every awk computes alike; its own are not.
  function uniform() { seed = (16807 * seed) % 2147483647; return seed / 2147483647 }
  # Nearly normal, with mean 0 and standard deviation 1: the sum of twelve, less six.
  function normal(  sum, i) { for (i = 0; i < 12; i++) sum += uniform(); return sum - 6 }
  function least(a, b) { return a < b ? a : b }
  function most(a, b) { return a > b ? a : b }
  function whole(x) { return int(x + 0.5) }
  function leap(year) { return year % 4 == 0 }

  # The next Monday.
  function next_week(  days) {
    split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
    day += 7
    length_of_month = days[month] + (month == 2 && leap(year))
    if (day > length_of_month) { day -= length_of_month; month++ }
    if (month > 12) { month = 1; year++ }
  }

  BEGIN {
    people = 400
    before = 52    # weeks until the suite goes live
    training = 71  # the week in which the training begins; it goes through the house in five weeks
    weeks = 95
    print "period,value" > (folder "/minutes-searching.csv")
    print "period,numerator,denominator" > (folder "/suite-users.csv")
    print "period,numerator,denominator" > (folder "/links-shared.csv")
    print "period,value" > (folder "/suite-availability.csv")

    year = 2024; month = 9; day = 2
    for (week = 0; week < weeks; week++) {
      period = sprintf("%d-%02d-%02d", year, month, day)

      # Who has been trained, and how far that has become a habit.
      trained = least(1, most(0, (week - training + 1) / 5))
      habit += (trained - habit) / 3

      drift = 0.3 * drift + 3 * normal()
      minutes = 94 - 36 * habit + drift
      printf "%s,%.1f\n", period, minutes > (folder "/minutes-searching.csv")

      # People sign in from the first week on: that needs no training.
      if (week >= before) {
        since = week - before + 1
        users = least(people, whole(people * 0.96 * since / (since + 0.4) + 4 * normal()))
        printf "%s,%d,%d\n", period, users, people > (folder "/suite-users.csv")
        printf "%s,%.2f\n", period, 100 - least(0.4, 0.03 + 0.1 * uniform() * uniform()) > (folder "/suite-availability.csv")
      }

      # Documents that were sent, as a link or as a copy: links to the file server were rare before.
      documents = whole(2600 + 150 * normal())
      links = whole(documents * (0.08 + 0.02 * (week >= before) + 0.74 * habit + 0.015 * normal()))
      printf "%s,%d,%d\n", period, links, documents > (folder "/links-shared.csv")

      next_week()
    }
  }'
echo "SIMULATED with the seed $seed: 95 weeks of an invented organisation of 400 people"
