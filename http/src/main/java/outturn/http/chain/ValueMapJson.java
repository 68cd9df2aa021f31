package outturn.http.chain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outturn.outcome.chain.Edge;
import outturn.outcome.chain.Finding;
import outturn.outcome.chain.Node;
import outturn.outcome.chain.Strength;
import outturn.outcome.chain.ValueChain;

/// A value chain, as JSON.
final class ValueMapJson {
  private ValueMapJson() {}

  private record Whole(String sentence, List<Told> nodes, List<Way> edges, List<Found> findings) {}

  private record Told(
      String id, String kind, String name, String title, String note, Known known) {}

  private record Known(Optional<String> element, List<String> measures, boolean measured) {}

  private record Way(
      String from,
      String to,
      String sign,
      Optional<Strength> strength,
      Ground ground,
      String sentence) {}

  private record Ground(String because, List<String> assumptions, boolean said) {}

  private record Found(String id, String verdict, String text, String todo, List<String> about) {}

  static Object of(ValueChain chain) {
    return new Whole(
        chain.sentence(),
        chain.nodes().stream().map(ValueMapJson::node).toList(),
        chain.edges().stream().map(ValueMapJson::edge).toList(),
        chain.findings().stream().map(ValueMapJson::finding).toList());
  }

  private static Told node(Node node) {
    var known =
        new Known(
            node.element().map(element -> element.name().toLowerCase(Locale.ROOT)),
            node.measures(),
            node.isMeasured());
    return new Told(node.id(), node.kind().word(), node.name(), node.title(), node.note(), known);
  }

  private static Way edge(Edge edge) {
    return new Way(
        edge.from(),
        edge.to(),
        edge.sign().name().toLowerCase(Locale.ROOT),
        edge.strength(),
        new Ground(edge.because(), edge.assumptions(), edge.isEvidenced()),
        edge.sentence());
  }

  private static Found finding(Finding finding) {
    return new Found(
        finding.id(), finding.verdict().word(), finding.text(), finding.todo(), finding.about());
  }
}
