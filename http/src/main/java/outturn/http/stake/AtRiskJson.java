package outturn.http.stake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.shape.Choices;
import outturn.outcome.stake.AtRisk;
import outturn.outcome.stake.Lateness;
import outturn.outcome.stake.Loss;
import outturn.outcome.stake.Stake;
import outturn.outcome.stake.Threat;

/// What is at risk, as JSON.
final class AtRiskJson {
  private AtRiskJson() {}

  /// @param expected likely loss by currency, counted by chance
  /// @param promises outputs in force that are judged by a deadline and serve an outcome
  private record Whole(
      Instant asOf,
      String sentence,
      int promises,
      Map<String, Double> expected,
      List<Line> items) {}

  private record Line(
      String text,
      String standing,
      Work work,
      Foreseen foreseen,
      About about,
      Hours hours,
      Optional<AtStake> atStake) {}

  private record Work(
      String project,
      String workflow,
      Optional<String> run,
      LocalDate businessDate,
      String deadline) {}

  private record Foreseen(
      Instant due,
      double chance,
      Optional<Instant> likelyEnd,
      Optional<Instant> lateEnd,
      String cause) {}

  private record About(
      String service,
      String serviceTitle,
      String output,
      String promise,
      Optional<String> outcome,
      Optional<String> outcomeTitle) {}

  private record Hours(
      Optional<Double> likely, Optional<Double> late, double expected, double soFar) {}

  private record AtStake(
      String currency,
      Loss.Range perHour,
      Loss.Range likely,
      Loss.Range late,
      Loss.Range expected,
      Source source) {}

  private record Source(String file, String because) {}

  static Object of(AtRisk atRisk, List<Stake> stakes) {
    return new Whole(
        atRisk.asOf(),
        atRisk.sentence(),
        atRisk.watched(),
        atRisk.expected(),
        stakes.stream().map(AtRiskJson::line).toList());
  }

  private static Line line(Stake stake) {
    var threat = stake.threat();
    return new Line(
        stake.text(),
        Choices.word(threat.standing()),
        work(threat.promised()),
        new Foreseen(
            threat.due(), threat.chance(), threat.likelyEnd(), threat.lateEnd(), threat.cause()),
        about(stake),
        hours(stake.lateness()),
        stake.loss().map(loss -> atStake(stake, loss)));
  }

  private static Work work(Threat.Promised promised) {
    return new Work(
        promised.project(),
        promised.workflow(),
        promised.run(),
        promised.businessDate(),
        promised.deadline());
  }

  private static About about(Stake stake) {
    var service = stake.by().service();
    var outcome = stake.served().map(Stake.Served::outcome);
    return new About(
        service.name(),
        service.title(),
        stake.output().name(),
        stake.output().promise(),
        outcome.map(each -> each.name()),
        outcome.map(each -> each.about().title()));
  }

  private static Hours hours(Lateness lateness) {
    return new Hours(
        lateness.likely().map(Lateness::hours),
        lateness.late().map(Lateness::hours),
        Lateness.hours(lateness.expected()),
        Lateness.hours(lateness.soFar()));
  }

  private static AtStake atStake(Stake stake, Loss loss) {
    var because = stake.served().map(each -> each.edge().because()).orElse("");
    return new AtStake(
        loss.currency(),
        loss.perHour(),
        loss.likely(),
        loss.late(),
        loss.expected(),
        new Source(stake.by().file(), because));
  }
}
