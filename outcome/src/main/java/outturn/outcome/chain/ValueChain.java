package outturn.outcome.chain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import outturn.outcome.step.Verdict;

/// The graph of levers, outputs, outcomes, benefits and objectives, and what is not in order about
/// it.
///
/// @param findings what fails first
public record ValueChain(List<Node> nodes, List<Edge> edges, List<Finding> findings) {
  public ValueChain {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    findings = List.copyOf(findings);
  }

  public static ValueChain of(Sources sources) {
    var made = ChainMaker.of(sources);
    var found =
        Stream.of(
                ChainChecks.of(made),
                ActivityChecks.of(made, sources),
                MoneyChecks.of(sources),
                ObjectiveChecks.of(sources))
            .flatMap(List::stream)
            .toList();
    return new ValueChain(made.nodes, made.edges, failsFirst(found));
  }

  private static List<Finding> failsFirst(List<Finding> found) {
    return Stream.of(Verdict.FAIL, Verdict.WARN, Verdict.PASS)
        .flatMap(verdict -> found.stream().filter(each -> each.verdict() == verdict))
        .toList();
  }

  /// An outcome with all that leads to it and all that it leads to.
  public ValueChain around(String outcome) {
    var id = Kind.OUTCOME.id(outcome);
    var own = Kind.LEVER.id(outcome + "/");
    var ways = new Ways(edges);
    var near = new HashSet<>(ways.before(id));
    near.addAll(ways.after(id));
    near.add(id);
    // A lever of the outcome may lead nowhere.
    Predicate<String> kept = at -> near.contains(at) || at.startsWith(own);
    return new ValueChain(
        nodes.stream().filter(node -> kept.test(node.id())).toList(),
        edges.stream().filter(edge -> kept.test(edge.from()) && kept.test(edge.to())).toList(),
        findings.stream().filter(each -> each.about().stream().anyMatch(kept)).toList());
  }

  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  public List<Node> of(Kind kind) {
    return nodes.stream().filter(node -> node.kind() == kind).toList();
  }

  /// The edges from a node.
  public List<Edge> from(String id) {
    return edges.stream().filter(edge -> edge.from().equals(id)).toList();
  }

  /// How the whole stands.
  public String sentence() {
    if (nodes.isEmpty()) return "There is no outcome yet, and no service.";
    long failed = findings.stream().filter(each -> each.verdict() == Verdict.FAIL).count();
    var standing =
        findings.isEmpty()
            ? "Nothing of it is to be mended."
            : "Of its checks %d failed, and %d warn.".formatted(failed, findings.size() - failed);
    return "%s and %s lead to %s, %s and %s. %s"
        .formatted(
            count(Kind.LEVER, "levers"),
            count(Kind.OUTPUT, "outputs"),
            count(Kind.OUTCOME, "outcomes"),
            count(Kind.BENEFIT, "benefits"),
            count(Kind.OBJECTIVE, "objectives"),
            standing);
  }

  private String count(Kind kind, String many) {
    int count = of(kind).size();
    return count == 1 ? "1 " + kind.word() : "%,d %s".formatted(count, many);
  }
}
