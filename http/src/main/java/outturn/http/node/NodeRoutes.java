package outturn.http.node;

import java.util.List;
import java.util.Locale;
import outturn.http.json.Page;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.ownership.NodeStatus;
import outturn.store.ownership.Nodes;

/// Which servers there are, and what each decides for.
public final class NodeRoutes {
  private final Nodes nodes;

  public NodeRoutes(Nodes nodes) {
    this.nodes = nodes;
  }

  private record NodeJson(
      String number,
      String name,
      String version,
      String state,
      NodeStatus.Times times,
      List<Integer> partitions) {
    static NodeJson of(NodeStatus node) {
      return new NodeJson(
          Long.toString(node.incarnation()),
          node.name(),
          node.version(),
          node.state().name().toLowerCase(Locale.ROOT),
          node.times(),
          node.partitions());
    }
  }

  public Answer list(Call call) {
    call.allow("limit", "after");
    var all = nodes.all().stream().map(NodeJson::of).toList();
    return Answer.json(
        Page.of(all, node -> "%019d".formatted(Long.parseLong(node.number())), call));
  }
}
