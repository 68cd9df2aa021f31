package outturn.outcome.gauge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Source;
import outturn.outcome.position.Attainment;
import outturn.outcome.position.Position;
import outturn.outcome.step.Case;
import outturn.outcome.step.OwnMeasures;
import outturn.outcome.step.Verdict;
import outturn.outcome.words.Titles;

/// Answers the first question of all: do we look at outputs, or at outcomes?
///
/// @param outputs the promises of services, and figures of workflows that are no promise's measure
/// @param measures of outcomes, by title, that are no outputs
public record Gauge(List<String> outputs, List<String> measures, List<Line> lines) {
  private static final double HUNDRED = 100;

  public Gauge {
    outputs = List.copyOf(outputs);
    measures = List.copyOf(measures);
    lines = List.copyOf(lines);
  }

  /// @param all every measure
  public static Gauge of(List<Case> outcomes, List<Promise> promises, List<Measure> all) {
    Predicate<Measure> isPromise =
        measure -> promises.stream().anyMatch(each -> each.isJudgedBy(measure.name()));
    var outputs =
        Stream.concat(
                promises.stream().map(Promise::output).map(each -> each.promise()),
                all.stream()
                    .filter(isPromise.negate())
                    .filter(Gauge::isFigure)
                    .map(each -> each.about().title()))
            .toList();
    var measures =
        outcomes.stream()
            .flatMap(each -> each.position().measures().stream())
            .map(Position::measure)
            .filter(each -> !isFigure(each) && !isPromise.test(each))
            .map(each -> each.about().title())
            .distinct()
            .toList();
    var lines = new ArrayList<Line>();
    lines.add(share(outputs, measures));
    if (!outcomes.isEmpty()) {
      lines.add(ownMeasures(outcomes));
      lines.addAll(watermelons(outcomes, promises));
      lines.addAll(agreed(outcomes));
    }
    return new Gauge(outputs, measures, lines);
  }

  private static boolean isFigure(Measure measure) {
    return measure.source().filter(each -> each instanceof Source.OfWorkflow).isPresent();
  }

  private static Line share(List<String> outputs, List<String> measures) {
    int all = outputs.size() + measures.size();
    if (all == 0) {
      return new Line(
          Line.Kind.SHARE,
          Verdict.WARN,
          "Nothing is measured yet, neither outputs nor outcomes.",
          List.of());
    }
    var text =
        "%d of the %d things that are measured %s (%.0f %%)%s; %s%s."
            .formatted(
                outputs.size(),
                all,
                outputs.size() == 1 ? "is an output" : "are outputs",
                HUNDRED * outputs.size() / all,
                listed(outputs),
                measures.size() == 1
                    ? "1 is a measure of an outcome"
                    : measures.size() + " are measures of outcomes",
                listed(measures));
    var verdict = outputs.size() > measures.size() ? Verdict.WARN : Verdict.PASS;
    return new Line(Line.Kind.SHARE, verdict, text, outputs);
  }

  private static Line ownMeasures(List<Case> outcomes) {
    var without = outcomes.stream().filter(each -> OwnMeasures.of(each).isEmpty()).toList();
    if (without.isEmpty()) {
      return new Line(
          Line.Kind.OWN_MEASURE,
          Verdict.PASS,
          "Every outcome has a measure of the business's own.",
          List.of());
    }
    return new Line(
        Line.Kind.OWN_MEASURE,
        Verdict.WARN,
        "No measure of the business's own%s.".formatted(listed(titles(without))),
        names(without));
  }

  /// Each output that keeps its promise and serves an outcome that does not reach its target.
  private static List<Line> watermelons(List<Case> outcomes, List<Promise> promises) {
    var lines = new ArrayList<Line>();
    for (var promise : promises) {
      if (!promise.isGreen()) continue;
      for (var serves : promise.output().serves()) {
        outcomes.stream()
            .filter(each -> each.position().outcome().name().equals(serves.outcome()))
            .filter(Gauge::isRed)
            .forEach(each -> lines.add(watermelon(promise, each)));
      }
    }
    if (!lines.isEmpty()) return lines;
    return List.of(
        new Line(
            Line.Kind.WATERMELON,
            Verdict.PASS,
            "No output is green beside a red outcome.",
            List.of()));
  }

  private static boolean isRed(Case about) {
    return about.position().measures().stream()
        .map(each -> each.standing().attainment())
        .anyMatch(each -> each.filter(Attainment::isMet).isEmpty() && each.isPresent());
  }

  private static Line watermelon(Promise promise, Case about) {
    var score = promise.score().orElseThrow();
    return new Line(
        Line.Kind.WATERMELON,
        Verdict.WARN,
        "%s keeps its promise %s (%d of %d times), and %s, which it serves, has not reached its target."
            .formatted(
                Titles.first(promise.service().title()),
                Titles.inside(promise.output().promise()),
                score.kept(),
                score.of(),
                Titles.inside(about.position().outcome().about().title())),
        List.of(promise.output().name(), about.position().outcome().name()));
  }

  private static List<Line> agreed(List<Case> outcomes) {
    var never = outcomes.stream().filter(each -> each.agreements().isEmpty()).toList();
    var gone =
        outcomes.stream()
            .filter(each -> !each.agreements().isEmpty() && each.standing().isEmpty())
            .toList();
    var lines = new ArrayList<Line>();
    if (!never.isEmpty()) lines.add(agreed("Never agreed to by the business", never));
    if (!gone.isEmpty()) lines.add(agreed("Agreed to, but changed since", gone));
    if (!lines.isEmpty()) return lines;
    return List.of(
        new Line(
            Line.Kind.AGREED,
            Verdict.PASS,
            "The business has agreed to every outcome.",
            List.of()));
  }

  private static Line agreed(String what, List<Case> outcomes) {
    return new Line(
        Line.Kind.AGREED,
        Verdict.WARN,
        "%s%s.".formatted(what, listed(titles(outcomes))),
        names(outcomes));
  }

  private static String listed(List<String> titles) {
    return titles.isEmpty() ? "" : ": " + String.join(", ", titles);
  }

  private static List<String> titles(List<Case> outcomes) {
    return outcomes.stream()
        .map(each -> Titles.inside(each.position().outcome().about().title()))
        .toList();
  }

  private static List<String> names(List<Case> outcomes) {
    return outcomes.stream().map(each -> each.position().outcome().name()).toList();
  }
}
