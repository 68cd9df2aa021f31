package outturn.outcome.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.definition.outcome.Lever;
import outturn.definition.reference.Circle;
import outturn.outcome.words.Titles;

/// Checks of the graph as such: circles, elements, benefits that nobody works for, and ways without
/// a ground.
final class ChainChecks {
  private final Map<String, Node> nodes;
  private final Ways ways;
  private final List<Finding> findings = new ArrayList<>();

  private ChainChecks(ValueChain chain) {
    this.nodes = chain.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
    this.ways = new Ways(chain.edges());
  }

  static List<Finding> of(ValueChain chain) {
    var checks = new ChainChecks(chain);
    checks.circle();
    chain.of(Kind.OUTCOME).stream().filter(checks::isEnd).forEach(checks::elements);
    chain.of(Kind.BENEFIT).forEach(checks::onlyOutputs);
    chain.nodes().forEach(checks::measure);
    chain.edges().forEach(checks::ground);
    return checks.findings;
  }

  private void circle() {
    Circle.in(ways.onward())
        .ifPresent(circle ->
            findings.add(
                Finding.fail(
                    "CYC-1",
                    "The chain runs in a circle: %s."
                        .formatted(
                            circle.stream()
                                .map(this::title)
                                .collect(Collectors.joining(", then "))),
                    "Name under objective: of one of them what it is for in the end.",
                    circle.stream().distinct().toList())));
  }

  /// One that leads to no other outcome. In a circle all do, so that each counts as its own end.
  private boolean isEnd(Node outcome) {
    return ways.after(outcome.id()).stream()
            .noneMatch(id -> isOf(id, Kind.OUTCOME) && !id.equals(outcome.id()))
        || ways.after(outcome.id()).contains(outcome.id());
  }

  private void elements(Node outcome) {
    var there =
        ways.before(outcome.id()).stream()
            .flatMap(id -> Optional.ofNullable(nodes.get(id)).stream())
            .flatMap(node -> node.element().stream())
            .collect(Collectors.toSet());
    if (there.size() == Lever.Element.values().length) return;
    var names = missing(there);
    findings.add(
        Finding.fail(
            "ELE-1",
            "No lever of %s leads to %s, and nothing comes of the others without one."
                .formatted(names, title(outcome.id())),
            "Say under levers: what %s will do.".formatted(names),
            List.of(outcome.id())));
  }

  private static String missing(Set<Lever.Element> there) {
    var names =
        Arrays.stream(Lever.Element.values())
            .filter(each -> !there.contains(each))
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    if (names.size() == 1) return names.getFirst();
    return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }

  /// Whether levers reach it in another way than through outputs.
  private void onlyOutputs(Node benefit) {
    var before = ways.before(benefit.id());
    if (before.stream().noneMatch(id -> isOf(id, Kind.OUTPUT))) return;
    boolean worked =
        before.stream()
            .filter(id -> isOf(id, Kind.LEVER))
            .anyMatch(id ->
                ways.next(id).stream()
                    .anyMatch(to -> before.contains(to) && !isOf(to, Kind.OUTPUT)));
    if (worked) return;
    findings.add(
        Finding.fail(
            "ONL-1",
            "The worth of %s rests on outputs alone: nothing is done so that it comes of them."
                .formatted(title(Kind.OUTCOME.id(benefit.name()))),
            "Say under levers: what people do with the outputs.",
            List.of(benefit.id(), Kind.OUTCOME.id(benefit.name()))));
  }

  private void measure(Node node) {
    if (node.isMeasured()) return;
    switch (node.kind()) {
      case OUTCOME ->
          findings.add(
              Finding.warn(
                  "UNM-1",
                  "No measure tells whether %s comes true.".formatted(title(node.id())),
                  "Say under measures: by what it will be known.",
                  List.of(node.id())));
      case OUTPUT ->
          findings.add(
              Finding.warn(
                  "UNM-1",
                  "Nothing tells whether the promise %s is kept.".formatted(title(node.id())),
                  "Say under deadline: or measure: by what it will be known.",
                  List.of(node.id())));
      // A lever is asked for the measure of its adoption at the gate of the fourth step.
      case LEVER, BENEFIT, OBJECTIVE -> {}
    }
  }

  private void ground(Edge edge) {
    if (edge.sign() == Edge.Sign.HARMS) {
      findings.add(
          Finding.warn(
              "HAR-1",
              "%s is expected to make worse what %s asks for."
                  .formatted(Titles.first(title(edge.from())), title(edge.to())),
              "Look at the sign of its effect:, or say what is done against it.",
              List.of(edge.from(), edge.to())));
    }
    if (edge.isEvidenced()) return;
    findings.add(
        Finding.warn(
            "EDG-1",
            "Nothing says why %s leads to %s.".formatted(title(edge.from()), title(edge.to())),
            todo(edge),
            List.of(edge.from(), edge.to())));
  }

  private static String todo(Edge edge) {
    if (isOf(edge.to(), Kind.BENEFIT)) {
      return "Give the worth of one as a range: low below high.";
    }
    return isOf(edge.from(), Kind.LEVER) || isOf(edge.from(), Kind.OUTPUT)
        ? "Say it under because:."
        : "Say it under soThat:.";
  }

  private String title(String id) {
    return Optional.ofNullable(nodes.get(id))
        .map(node -> node.title().isBlank() ? node.name() : node.title())
        .map(Titles::inside)
        .orElse(id);
  }

  private static boolean isOf(String id, Kind kind) {
    return id.startsWith(kind.id(""));
  }
}
