package outturn.outcome.stake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.service.Service.Kept;
import outturn.definition.service.Service.Output;
import outturn.definition.service.Service.Serves;
import outturn.outcome.stake.Threat.Standing;

/// All that is at risk at a time, a line for each deadline, output and outcome.
///
/// @param stakes what is worth most first, each currency for itself; then the smallest chance
/// @param watched outputs in force that would be found here: judged by a deadline, serving an
///   outcome
public record AtRisk(Instant asOf, List<Stake> stakes, int watched) {
  /// A deadline that is kept with at least this chance is not at risk.
  static final double SAFE = .9;

  private static final Comparator<Stake> ORDER =
      Comparator.<Stake>comparingInt(each -> each.loss().isPresent() ? 0 : 1)
          .thenComparing(each -> each.loss().map(Loss::currency).orElse(""))
          .thenComparing(Comparator.<Stake>comparingDouble(AtRisk::worth).reversed())
          .thenComparingDouble(each -> each.threat().chance())
          .thenComparing(each -> each.threat().due())
          .thenComparing(Stake::outputName);

  public AtRisk {
    stakes = List.copyOf(stakes);
  }

  public static AtRisk of(List<Threat> threats, Ends ends, Instant now) {
    var stakes =
        threats.stream()
            .filter(AtRisk::isInDoubt)
            .flatMap(threat -> stakes(threat, ends, now))
            .sorted(ORDER)
            .toList();
    long watched =
        ends.services().stream()
            .flatMap(each -> each.service().outputs().stream())
            .filter(output -> output.kept().filter(Kept.ByDeadline.class::isInstance).isPresent())
            .filter(output -> !output.serves().isEmpty())
            .count();
    return new AtRisk(now, stakes, Math.toIntExact(watched));
  }

  private static double worth(Stake stake) {
    return stake.loss().map(loss -> loss.expected().likely()).orElse(0.0);
  }

  private static boolean isInDoubt(Threat threat) {
    return threat.standing() != Standing.PREDICTED || threat.chance() < SAFE;
  }

  private static Stream<Stake> stakes(Threat threat, Ends ends, Instant now) {
    var promised = threat.promised();
    var kept = Optional.<Kept>of(new Kept.ByDeadline(promised.workflow(), promised.deadline()));
    var stakes = new ArrayList<Stake>();
    for (var by : ends.services()) {
      for (var output : by.service().outputs()) {
        if (output.kept().equals(kept)) stakes.addAll(lines(threat, by, output, ends, now));
      }
    }
    return stakes.stream();
  }

  private static List<Stake> lines(
      Threat threat, Provided by, Output output, Ends ends, Instant now) {
    var served = output.serves().stream().flatMap(edge -> served(edge, ends)).toList();
    if (served.isEmpty()) return List.of(stake(threat, by, output, Optional.empty(), ends, now));
    return served.stream()
        .map(each -> stake(threat, by, output, Optional.of(each), ends, now))
        .toList();
  }

  private static Stream<Stake.Served> served(Serves edge, Ends ends) {
    return ends.outcome(edge.outcome()).map(outcome -> new Stake.Served(edge, outcome)).stream();
  }

  private static Stake stake(
      Threat threat,
      Provided by,
      Output output,
      Optional<Stake.Served> served,
      Ends ends,
      Instant now) {
    var lateness = Lateness.of(threat, now);
    var loss =
        served.flatMap(each -> each.edge().perHourLate()).map(cost -> Loss.of(cost, lateness));
    var untold = new Stake(threat, by, output, served, lateness, loss, "");
    var clock = new Clock(now, ends.zone(threat.promised().workflow()));
    return new Stake(threat, by, output, served, lateness, loss, StakeSentences.of(untold, clock));
  }

  /// Those that endanger an outcome.
  public List<Stake> of(String outcome) {
    return stakes.stream()
        .filter(each -> each.served().filter(it -> it.outcome().name().equals(outcome)).isPresent())
        .toList();
  }

  /// What is to be expected in each currency: there is no sum of different ones.
  public SortedMap<String, Double> expected() {
    var sums = new TreeMap<String, Double>();
    for (var stake : stakes) {
      stake
          .loss()
          .ifPresent(loss -> sums.merge(loss.currency(), loss.expected().likely(), Double::sum));
    }
    return sums;
  }

  /// How much there is of it, in words.
  public String sentence() {
    if (stakes.isEmpty()) {
      return watched == 0
          ? "Nothing is found at risk, for no output of a service is judged by a deadline and serves an outcome."
          : "Nothing is at risk: of %s that %s judged by a deadline and %s an outcome, none is late or in doubt."
              .formatted(
                  watched == 1 ? "the one output" : "the %d outputs".formatted(watched),
                  watched == 1 ? "is" : "are",
                  watched == 1 ? "serves" : "serve");
    }
    long promises = stakes.stream().map(AtRisk::promise).distinct().count();
    long late = stakes.stream().filter(Stake::isLate).map(AtRisk::promise).distinct().count();
    var first =
        "%s at risk%s."
            .formatted(
                promises == 1
                    ? "1 promise of a service is"
                    : promises + " promises of services are",
                late == 0
                    ? ""
                    : late == promises
                        ? promises == 1 ? ", and late already" : ", all of them late already"
                        : ", %d of them late already".formatted(late));
    return first + toExpect();
  }

  private static List<Object> promise(Stake stake) {
    return List.of(stake.threat().promised(), stake.outputName());
  }

  private String toExpect() {
    var expected = expected();
    if (expected.isEmpty()) return " Nobody has put a figure on what lateness costs.";
    return expected.entrySet().stream()
        .map(each -> each.getKey() + " " + StakeSentences.amount(each.getValue()))
        .collect(Collectors.joining(" and ", " To be expected, counted by chance: ", "."));
  }
}
