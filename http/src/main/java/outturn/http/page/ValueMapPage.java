package outturn.http.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.charts.svg.Size;
import outturn.http.chain.ValueMapChart;
import outturn.http.chain.ValueMapRoutes;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.chain.Edge;
import outturn.outcome.chain.Finding;
import outturn.outcome.chain.Kind;
import outturn.outcome.chain.Node;
import outturn.outcome.chain.ValueChain;
import outturn.report.markup.Markup;

/// The page at `/value-map`: what leads to what, drawn, and the same as lists with links from one
/// to the next.
public final class ValueMapPage {
  private final ValueMapRoutes map;

  public ValueMapPage(ValueMapRoutes map) {
    this.map = map;
  }

  public Answer show(Call call) {
    call.allow("outcome");
    var chain = map.asked(call);
    var html = new Markup();
    Frame.open(html, "Value map");
    html.open("header").line().element("h1", "Value map").line();
    html.open("p").text("What leads to what, and why").close("p").line();
    html.close("header").line().open("main").line();
    html.open("section").element("p", chain.sentence(), "class", "lead").line();
    if (!chain.nodes().isEmpty()) drawing(html, chain);
    html.open("p", "class", "by");
    if (call.query("outcome").isPresent()) {
      html.open("a", "href", "/value-map").text("The whole map").close("a").text(" · ");
    }
    html.open("a", "href", "/portfolio").text("All outcomes, a line each").close("a").close("p");
    html.close("section").line();
    if (!chain.findings().isEmpty()) findings(html, chain);
    if (!chain.nodes().isEmpty()) new Lists(html, chain).write();
    html.close("main").line();
    Frame.close(html);
    return Answer.text("text/html; charset=utf-8", html.toString());
  }

  /// It scrolls where there is less room, also by keyboard.
  private static void drawing(Markup html, ValueChain chain) {
    html.open("div", "class", "map", "role", "region", "aria-label", "Value map", "tabindex", "0");
    html.line().markup(ValueMapChart.of(chain).draw(Size.WIDE.width()).inline());
    html.close("div").line();
  }

  private static void findings(Markup html, ValueChain chain) {
    html.open("section").element("h2", "What is to be looked at").line();
    html.open("ul", "class", "findings").line();
    for (var finding : chain.findings()) finding(html, finding);
    html.close("ul").close("section").line();
  }

  private static void finding(Markup html, Finding finding) {
    html.open("li").element("strong", finding.verdict().word(), "class", finding.verdict().word());
    html.text(" " + finding.text() + " ").element("em", finding.todo());
    html.element("small", finding.id()).close("li").line();
  }

  /// The map for those who read it, or have it read to them.
  private static final class Lists {
    private final Markup html;
    private final ValueChain chain;
    private final Map<String, Node> nodes;
    private final Map<String, List<Edge>> onward;

    Lists(Markup html, ValueChain chain) {
      this.html = html;
      this.chain = chain;
      this.nodes = chain.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
      this.onward = chain.edges().stream().collect(Collectors.groupingBy(Edge::from));
    }

    void write() {
      html.open("section").element("h2", "As lists").line();
      for (var kind : Kind.values()) {
        var all = chain.of(kind);
        if (all.isEmpty()) continue;
        html.element("h3", ValueMapChart.title(kind)).line().open("ul", "class", "chain").line();
        all.forEach(this::node);
        html.close("ul").line();
      }
      html.close("section").line();
    }

    private void node(Node node) {
      html.open("li", "id", node.id());
      if (node.kind() == Kind.OUTCOME) {
        html.open("a", "href", "/value-map?outcome=" + node.name()).text(node.title()).close("a");
      } else {
        html.text(node.title());
      }
      var note = ValueMapChart.note(node) + (node.isMeasured() ? "" : "; not measured");
      if (!note.isEmpty()) html.element("span", note, "class", "when");
      onward.getOrDefault(node.id(), List.of()).forEach(this::edge);
      html.close("li").line();
    }

    private void edge(Edge edge) {
      var to = nodes.get(edge.to());
      if (to == null) return;
      html.open("span", "class", "sentence").text("leads to ");
      html.open("a", "href", "#" + to.id()).text(to.title()).close("a");
      var why = edge.sentence();
      html.text(why.isEmpty() ? "" : ": " + why).close("span");
    }
  }
}
