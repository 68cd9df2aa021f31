package outturn.outcome.level;

import java.util.List;
import java.util.Optional;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Interval;
import outturn.evidence.survey.Population;
import outturn.evidence.survey.Wilson;
import outturn.outcome.level.Occasion.Standing;

/// How many occasions there were of each kind.
public record Tally(int met, int breached, int notYet, int notDue) {
  private static final double LEVEL = .95;

  static Tally of(List<Occasion> occasions) {
    return new Tally(
        count(occasions, Standing.MET),
        count(occasions, Standing.BREACHED),
        count(occasions, Standing.NOT_YET),
        count(occasions, Standing.NOT_DUE));
  }

  private static int count(List<Occasion> occasions, Standing standing) {
    return Math.toIntExact(occasions.stream().filter(each -> each.standing() == standing).count());
  }

  /// Those that are decided.
  public int due() {
    return met + breached;
  }

  /// The share that was met, 0 to 1, with the 95 % score interval of Wilson; nothing while nothing
  /// was due.
  public Optional<Attained> attained() {
    if (due() == 0) return Optional.empty();
    return Wilson.of(met, due(), Population.large(), LEVEL)
        .result()
        .map(Finding::estimate)
        .map(estimate -> new Attained(estimate.value(), estimate.interval()));
  }

  public record Attained(double share, Interval interval) {}
}
