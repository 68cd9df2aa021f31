package outturn.outcome.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Target;
import outturn.outcome.amount.Amounts;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Attainment;
import outturn.outcome.position.Before;
import outturn.outcome.position.Latest;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.position.Since;

/// Says where a measure stands, by rule.
///
/// A before and an after without a comparison is the lowest level of evidence, so one *followed*
/// the other: nothing here says that a change caused, or did not cause, what came after it.
public final class PositionSentences {
  private final Position position;
  private final Position.Standing standing;
  private final Optional<Outcome> outcome;
  private final Amounts amounts;
  private final Periods periods;

  private PositionSentences(Position position, Optional<Outcome> outcome) {
    this.outcome = outcome;
    this.position = position;
    this.standing = position.standing();
    this.amounts = new Amounts(position.measure());
    this.periods = new Periods(position.measure().rhythm().cadence());
  }

  /// Sentences about level, change and target.
  public static String of(Position position) {
    return String.join(" ", new PositionSentences(position, Optional.empty()).all());
  }

  /// The same, with where its analysis is read, if the change is that of its plan.
  public static String of(OutcomePosition outcome, Position position) {
    return String.join(" ", new PositionSentences(position, Optional.of(outcome.outcome())).all());
  }

  /// The outcome whose analysis asks for the effect of a change.
  private Optional<Outcome> analysed(Change change) {
    return outcome.filter(each ->
        each.appraisal()
            .analysis()
            .filter(plan -> plan.intervention().equals(change.name()))
            .isPresent());
  }

  private List<String> all() {
    var sentences = new ArrayList<String>();
    if (standing.latest().isEmpty()) {
      sentences.add("Nothing has been observed yet.");
    } else if (standing.since().isPresent()) {
      sentences.add(since(standing.since().get()));
    } else {
      sentences.add(level(standing.latest().get()));
    }
    position.goal().target().map(this::target).ifPresent(sentences::add);
    if (position.picture().raw().isPresent()) {
      sentences.add("The values are seasonally adjusted.");
    }
    return sentences;
  }

  private String since(Since since) {
    var start =
        "Since %s (%s) the mean is %s"
            .formatted(
                event(since.change()),
                Dates.fully(since.change().date()),
                amounts.full(since.mean()));
    if (standing.baseline().isEmpty()) {
      return "%s, over %s. There is no frozen baseline to compare it with."
          .formatted(start, periods.count(since.n()));
    }
    if (since.follows() == Since.Follows.ANOTHER_DEFINITION) {
      return "%s, over %s. The baseline was counted by another definition, so the two are not compared."
          .formatted(start, periods.count(since.n()));
    }
    var before = standing.baseline().get();
    var difference = amounts.difference(before.mean(), since.mean());
    if (difference.isEmpty()) {
      return "%s, as %s. %s"
          .formatted(
              start,
              when(since),
              analysed(since.change())
                  .map(each ->
                      "What the change did: outturn outcome impact %s.".formatted(each.name()))
                  .orElse("What the change did is not analysed here."));
    }
    return "%s, after %s %s: %s. %s"
        .formatted(
            start, amounts.brief(before.mean()), when(since), difference, followed(since, before));
  }

  private static String event(Change change) {
    return change.type() == Change.Type.DEFINITION
        ? "the measure was defined anew"
        : Titles.inside(change.title());
  }

  private static String when(Since since) {
    return switch (since.follows()) {
      case BASELINE -> "before";
      case ANOTHER_CHANGE, ANOTHER_DEFINITION -> "in the baseline, before other changes";
    };
  }

  private String followed(Since since, Before before) {
    double difference = since.mean() - before.mean();
    var movement = difference < 0 ? "drop" : "rise";
    var sentence =
        "The %s followed the change; %s"
            .formatted(
                movement,
                analysed(since.change())
                    .map(each ->
                        "how much of it the change caused: outturn outcome impact %s."
                            .formatted(each.name()))
                    .orElse("whether the change caused it is not analysed here."));
    return sentence + (isWorse(difference) ? wrongWay() : "") + unimportant(difference);
  }

  private boolean isWorse(double difference) {
    return switch (position.measure().quantity().better()) {
      case Better.Higher() -> difference < 0;
      case Better.Lower() -> difference > 0;
      case Better.Within _ -> false;
    };
  }

  private String wrongWay() {
    return switch (position.measure().quantity().better()) {
      case Better.Higher() -> " It is the wrong way: higher is better.";
      case Better.Lower() -> " It is the wrong way: lower is better.";
      case Better.Within _ -> "";
    };
  }

  private String unimportant(double difference) {
    return position
        .measure()
        .quantity()
        .minimumImportantChange()
        .filter(least -> Math.abs(difference) < least)
        .map(least -> " It is less than the %s that matter.".formatted(amounts.change(least)))
        .orElse("");
  }

  /// Without a change after the baseline.
  private String level(Latest latest) {
    var now =
        "The latest value, of %s, is %s"
            .formatted(periods.label(latest.period()), amounts.full(latest.value()));
    return standing
        .baseline()
        .map(before ->
            "%s; the mean of the baseline, %s to %s, is %s."
                .formatted(
                    now,
                    Dates.shortly(before.from()),
                    Dates.shortly(before.to()),
                    amounts.brief(before.mean())))
        .orElse(now + ".");
  }

  private String target(Target target) {
    var name = "The target, %s by %s,".formatted(aim(target), Dates.by(target.by()));
    return standing
        .attainment()
        .map(attainment -> "%s %s.%s".formatted(name, judged(attainment), planned(attainment)))
        .orElse(name + " cannot be judged yet.");
  }

  private String aim(Target target) {
    return switch (position.measure().quantity().better()) {
      case Better.Higher(), Better.Lower() -> amounts.full(target.value());
      case Better.Within(var low, var high) ->
          "%s to %s".formatted(amounts.brief(low), amounts.full(high));
    };
  }

  private String judged(Attainment attainment) {
    var verdict = attainment.isMet() ? "is met" : "is not met";
    var rule = attainment.rule();
    if (rule.of() == 1) return verdict + " in the latest " + periods.word();
    var must = "%d of %d must".formatted(rule.periods(), rule.of());
    return "%s: %d of the last %s %s it, and %s"
        .formatted(
            verdict,
            attainment.reached(),
            periods.count(attainment.counted()),
            attainment.reached() == 1 ? "reaches" : "reach",
            must);
  }

  private String planned(Attainment attainment) {
    if (attainment.isMet() || standing.planned().isEmpty()) return "";
    return " The plan asks for %s by now."
        .formatted(amounts.brief(standing.planned().getAsDouble()));
  }
}
