package outturn.outcome.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The gates of an outcome, and the step that it stands in.
///
/// @param gates in their order
public record Steps(Case about, List<Gate> gates) {
  public Steps {
    gates = List.copyOf(gates);
  }

  public static Steps of(Case about) {
    return new Steps(
        about,
        List.of(
            DescribeGate.of(about),
            ConfirmGate.of(about),
            QuantifyGate.of(about),
            TrackGate.of(about),
            DemonstrateGate.of(about)));
  }

  /// The first step whose gate is not passed; empty when all are.
  public Optional<Step> standing() {
    return gates.stream().filter(gate -> !gate.isPassed()).map(Gate::step).findFirst();
  }

  /// Where it stands, in one line: `Described. Step quantify is open: It has no measure. 2 more
  /// checks fail.`
  public String sentence() {
    var passed =
        gates.stream()
            .takeWhile(Gate::isPassed)
            .map(gate -> gate.step().done())
            .collect(Collectors.collectingAndThen(Collectors.toList(), Steps::listed));
    var done = passed.isEmpty() ? "" : first(passed) + ". ";
    return gates.stream()
        .filter(gate -> !gate.isPassed())
        .findFirst()
        .map(gate -> done + open(gate))
        .orElse(done.strip());
  }

  private static String open(Gate gate) {
    var failed = gate.failed();
    int more = failed.size() - 1;
    return "Step %s is open: %s%s"
        .formatted(
            gate.step().word(),
            failed.getFirst().text(),
            more == 0
                ? ""
                : " %d more %s.".formatted(more, more == 1 ? "check fails" : "checks fail"));
  }

  /// `described, confirmed and quantified`
  private static String listed(List<String> words) {
    if (words.size() < 2) return String.join("", words);
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  private static String first(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
