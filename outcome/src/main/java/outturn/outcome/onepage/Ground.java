package outturn.outcome.onepage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Estimate;
import outturn.outcome.amount.Amounts;
import outturn.outcome.grade.Doubt;
import outturn.outcome.impact.Alternative;
import outturn.outcome.impact.ImpactFinding;
import outturn.outcome.impact.Placebo;
import outturn.outcome.period.Dates;
import outturn.outcome.words.Titles;

/// How sure the result is, and what else could explain it.
final class Ground {
  private static final int MOST_RIVALS = 3;
  private static final int MOST_OTHERS = 2;
  private static final int TITLE = 70;

  private final Material material;

  Ground(Material material) {
    this.material = material;
  }

  /// Whether a figure is reported.
  static boolean hasFigure(ImpactFinding finding) {
    return !finding.verdict().grade().doubts().contains(Doubt.PLACEBO_FAILED);
  }

  /// Measure, method, grade and placebo.
  static String caption(Measured measured, ImpactFinding finding) {
    return "%s. %s %s confidence. %s"
        .formatted(
            Cut.to(measured.title(), TITLE),
            Cut.sentence(method(finding)),
            Titles.first(finding.verdict().grade().confidence().word()),
            finding.checks().inTime().text());
  }

  private static String method(ImpactFinding finding) {
    var words = finding.effect().words();
    return words.isBlank() ? "Method " + finding.effect().method() : words;
  }

  List<Line> confidence() {
    var lines = new ArrayList<Line>();
    for (var each : told()) {
      each.finding()
          .result()
          .ifPresent(finding -> lines.add(material.line(each, confidence(finding))));
    }
    if (lines.isEmpty()) lines.add(Line.of("There is no grade, since nothing was estimated."));
    var registration = material.registration();
    lines.add(
        new Line(
            Titles.first(registration.badge().word()),
            Cut.words((registration.reason() + " " + rule()).strip())));
    return lines;
  }

  /// How the intervals may be read: all measures of a plan have the same review dates.
  private String rule() {
    return told().stream()
        .flatMap(each -> each.finding().result().stream())
        .findFirst()
        .map(finding -> finding.kind().rule())
        .orElse("");
  }

  private static String confidence(ImpactFinding finding) {
    var grade = finding.verdict().grade();
    var text =
        "%s confidence: %s. %s"
            .formatted(
                Titles.first(grade.confidence().word()),
                grade.reason(),
                finding.checks().inTime().text());
    var inSpace = finding.checks().inSpace();
    return inSpace.state() == Placebo.State.NOT_TESTABLE ? text : text + " " + inSpace.text();
  }

  List<Line> explanations() {
    var lines = new ArrayList<Line>();
    for (var each : told()) {
      each.finding()
          .result()
          .ifPresent(finding -> lines.add(material.line(each, explanations(each, finding))));
    }
    if (lines.isEmpty()) {
      lines.add(Line.of("Nothing is claimed, so there is nothing to explain in another way yet."));
    }
    return lines;
  }

  private static String explanations(Measured measured, ImpactFinding finding) {
    var sentences = new ArrayList<String>();
    sentences.add(rivals(finding));
    if (hasFigure(finding))
      sentences.add(others(new Amounts(measured.position().measure()), finding));
    finding.checks().assumptions().stream()
        .filter(each -> each.state() == Assumption.State.DOUBTFUL)
        .limit(1)
        .forEach(each -> sentences.add("Doubtful: " + Cut.sentence(each.text())));
    sentences.add(cannotRuleOut(finding));
    return String.join(" ", sentences);
  }

  private static String rivals(ImpactFinding finding) {
    var rivals =
        finding.checks().rivals().stream()
            .map(each ->
                "%s (%s)"
                    .formatted(
                        Titles.inside(Cut.to(each.title(), TITLE)), Dates.shortly(each.date())))
            .toList();
    return rivals.isEmpty()
        ? "No other event at about the same time is recorded."
        : "At about the same time came %s."
            .formatted(String.join(", ", Cut.first(rivals, MOST_RIVALS)));
  }

  private static String others(Amounts amounts, ImpactFinding finding) {
    var average = finding.effect().average();
    var other =
        finding.checks().sensitivity().stream()
            .filter(row -> row.average().result().isPresent())
            .toList();
    if (other.isEmpty()) return "The data allow no other analysis to compare with.";
    var apart =
        other.stream()
            .filter(row -> isApart(average, row.average().result().orElseThrow()))
            .toList();
    if (apart.isEmpty()) {
      return other.size() == 1
          ? "The other analysis of the same data agrees."
          : "All %d other analyses of the same data agree.".formatted(other.size());
    }
    return "%s: %s."
        .formatted(
            disagree(apart.size(), other.size()),
            apart.stream()
                .limit(MOST_OTHERS)
                .map(row -> told(amounts, row))
                .collect(Collectors.joining("; ")));
  }

  private static String disagree(int apart, int all) {
    if (all == 1) return "The other analysis of the same data disagrees";
    return "Of %d other analyses of the same data %d %s"
        .formatted(all, apart, apart == 1 ? "disagrees" : "disagree");
  }

  private static String told(Amounts amounts, Alternative row) {
    var interval = row.average().result().orElseThrow().interval();
    return "%s they fit anything from %s"
        .formatted(row.words(), amounts.signedChanges(interval.lower(), interval.upper()));
  }

  /// Of another sign, or unlike the first it also fits the other direction, or only the other does
  /// not.
  private static boolean isApart(Estimate first, Estimate second) {
    return first.value() * second.value() < 0 || isOpen(first) != isOpen(second);
  }

  private static boolean isOpen(Estimate estimate) {
    return estimate.interval().contains(0);
  }

  private static String cannotRuleOut(ImpactFinding finding) {
    return switch (finding.verdict().grade().level()) {
      case BEFORE_AND_AFTER ->
          "A before and an after cannot rule out anything else that came in between, or a trend that was there already.";
      case OWN_PAST ->
          "This design cannot rule out something else that came at the same time and stayed.";
      case COMPARISON_GROUP ->
          "This design cannot rule out something else that met only those who changed.";
      case AS_IF_AT_RANDOM -> "This design cannot rule out that the change reached the others too.";
      case RANDOMISED -> "A randomised experiment leaves chance, which the range tells.";
    };
  }

  private List<Measured> told() {
    return material.measured().stream().limit(OnePage.MOST_MEASURES).toList();
  }
}
