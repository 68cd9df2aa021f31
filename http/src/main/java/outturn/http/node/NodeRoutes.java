package outturn.http.node;

import java.util.List;
import java.util.Locale;
import outturn.http.json.Page;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.ownership.NodeStatus;
import outturn.store.ownership.Nodes;
import outturn.store.run.HoldingReader;

/// Which servers there are, and what each decides for.
public final class NodeRoutes {
  private final Nodes nodes;
  private final HoldingReader holdings;

  public NodeRoutes(Nodes nodes, HoldingReader holdings) {
    this.nodes = nodes;
    this.holdings = holdings;
  }

  /// @param working how many attempts its worker has
  private record NodeJson(
      String number,
      String name,
      String version,
      String state,
      NodeStatus.Times times,
      List<Integer> partitions,
      int working) {
    static NodeJson of(NodeStatus node, int working) {
      return new NodeJson(
          Long.toString(node.incarnation()),
          node.name(),
          node.version(),
          node.state().name().toLowerCase(Locale.ROOT),
          node.times(),
          node.partitions(),
          working);
    }
  }

  public Answer list(Call call) {
    call.allow("limit", "after");
    var working = holdings.workers();
    var all =
        nodes.all().stream()
            .map(node -> NodeJson.of(node, working.getOrDefault(node.incarnation(), 0)))
            .toList();
    return Answer.json(
        Page.of(all, node -> "%019d".formatted(Long.parseLong(node.number())), call));
  }
}
