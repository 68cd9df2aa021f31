package outturn.http.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.charts.chain.Box;
import outturn.charts.chain.ChainChart;
import outturn.charts.chain.Column;
import outturn.charts.chain.Link;
import outturn.charts.control.Caption;
import outturn.charts.svg.Paint;
import outturn.outcome.chain.Edge;
import outturn.outcome.chain.Edge.Sign;
import outturn.outcome.chain.Finding;
import outturn.outcome.chain.Kind;
import outturn.outcome.chain.Node;
import outturn.outcome.chain.ValueChain;
import outturn.outcome.step.Verdict;

/// The drawing of a value chain. Outcomes that lead to others stand in a column before them.
public final class ValueMapChart {
  private final ValueChain chain;
  private final Map<String, List<String>> before = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();

  private ValueMapChart(ValueChain chain) {
    this.chain = chain;
    var outcomes = chain.of(Kind.OUTCOME).stream().map(Node::id).collect(Collectors.toSet());
    for (var edge : chain.edges()) {
      if (outcomes.contains(edge.from()) && outcomes.contains(edge.to())) {
        before.computeIfAbsent(edge.to(), any -> new ArrayList<>()).add(edge.from());
      }
    }
  }

  public static ChainChart of(ValueChain chain) {
    return new ValueMapChart(chain).chart();
  }

  private ChainChart chart() {
    var columns = new ArrayList<Column>();
    var boxes = new ArrayList<Box>();
    var broken = broken();
    for (var kind : Kind.values()) {
      var nodes = chain.of(kind);
      int deepest = nodes.stream().mapToInt(node -> depth(node, new HashSet<>())).max().orElse(-1);
      for (int depth = 0; depth <= deepest; depth++) {
        int column = columns.size();
        columns.add(new Column(depth == 0 ? title(kind) : "… and what they lead to", paint(kind)));
        for (var node : nodes) {
          if (depth(node, new HashSet<>()) == depth) boxes.add(box(node, column, broken));
        }
      }
    }
    var links = chain.edges().stream().map(ValueMapChart::link).toList();
    return new ChainChart(new Caption("Value map", chain.sentence()), columns, boxes, links);
  }

  /// How many outcomes lead to it one after the other; a circle is gone round once.
  private int depth(Node node, Set<String> path) {
    return depth(node.id(), path);
  }

  private int depth(String id, Set<String> path) {
    var known = depths.get(id);
    if (known != null) return known;
    if (!path.add(id)) return -1;
    int depth = 0;
    for (var from : before.getOrDefault(id, List.of())) {
      depth = Math.max(depth, 1 + depth(from, path));
    }
    path.remove(id);
    depths.put(id, depth);
    return depth;
  }

  private Set<String> broken() {
    return chain.findings().stream()
        .filter(each -> each.verdict() == Verdict.FAIL)
        .map(Finding::about)
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  private static Box box(Node node, int column, Set<String> broken) {
    var look =
        new Box.Look(
            node.isMeasured() ? Box.Edging.SOLID : Box.Edging.DASHED,
            broken.contains(node.id()) ? Box.Finding.TO_MEND : Box.Finding.NONE);
    return new Box(node.id(), column, node.title(), note(node), look);
  }

  /// The element of a lever, and the note of a node.
  public static String note(Node node) {
    var element = node.element().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("");
    if (element.isEmpty()) return node.note();
    return node.note().isEmpty() ? element : element + ", " + node.note();
  }

  private static Link link(Edge edge) {
    double strength = edge.strength().flatMap(each -> each.share()).orElse(0.0);
    return new Link(
        edge.from(),
        edge.to(),
        strength,
        edge.isEvidenced() ? Link.Line.SOLID : Link.Line.DASHED,
        edge.sign() == Sign.HELPS ? Link.Effect.GOOD : Link.Effect.BAD,
        edge.sentence());
  }

  public static String title(Kind kind) {
    return switch (kind) {
      case LEVER -> "Levers";
      case OUTPUT -> "Outputs";
      case OUTCOME -> "Outcomes";
      case BENEFIT -> "Benefits";
      case OBJECTIVE -> "Objectives";
    };
  }

  private static Paint paint(Kind kind) {
    return switch (kind) {
      case LEVER -> Paint.PLAN;
      case OUTPUT -> Paint.AXIS;
      case OUTCOME -> Paint.EXPECTED;
      case BENEFIT -> Paint.TARGET;
      case OBJECTIVE -> Paint.SERIES;
    };
  }
}
