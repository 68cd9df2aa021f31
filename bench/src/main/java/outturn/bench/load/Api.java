package outturn.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.definition.project.ProjectFiles;
import tools.jackson.databind.node.ObjectNode;

/// The requests that a bench makes.
public final class Api {
  static final int PAGE = 500;

  private static final String RUNS = "/api/v1/runs";
  private static final String LIVE = "waiting,running";

  // Runs that others start meanwhile stand between ours.
  private static final int SPARE_PAGES = 20;

  private final Client client;

  public Api(Client client) {
    this.client = client;
  }

  /// A run that has ended.
  ///
  /// @param took from when it was made to its end, by the server's clock
  record Ended(String id, String state, Duration took) {}

  /// Makes a project on the server what these files say; nothing happens where it is.
  public void apply(String project, ProjectFiles files) {
    var body = Json.object();
    var encoded = body.putObject("files");
    for (var path : files.paths()) {
      var bytes = files.bytes(path).orElseThrow();
      encoded.put(path, Base64.getEncoder().encodeToString(bytes));
    }
    var plan = new Fields(client.send(Request.post("projects", project, "plan").json(body)));
    if (plan.isTrue("unchanged")) return;
    client.send(
        Request.post("projects", project, "apply")
            .json(body.deepCopy().put("base", plan.count("base")).put("prune", true)));
  }

  /// Starts runs with one request and answers their ids.
  ///
  /// @param first how many runs of the load there are before
  List<String> start(Load load, int first, int count) {
    var body = Json.object();
    var runs = body.putArray("runs");
    for (var i = 0; i < count; i++) runs.add(wish(load, first + i));
    var answer = new Fields(client.send(Request.post("runs").json(body)));
    return answer.list("runs").stream().map(run -> run.text("id")).toList();
  }

  /// Somebody who asks for one thing after the other.
  Caller caller() {
    return Caller.of(client.connection());
  }

  /// Starts a run and answers its id.
  static String start(Caller caller, Load load, int run) {
    return new Fields(caller.post(RUNS, wish(load, run))).text("id");
  }

  /// Whether a run has ended.
  static boolean hasEnded(Caller caller, String run) {
    return new Fields(caller.get(RUNS + "/" + run)).has("ended");
  }

  private static ObjectNode wish(Load load, int run) {
    var wish = Json.object().put("workflow", load.workflow());
    load.pool().ifPresent(pool -> wish.put("businessDate", pool.date(run).toString()));
    if (load.shape() != Shape.FAN) return wish;
    var items = wish.putObject("inputs").putArray(BenchProject.ITEMS);
    IntStream.rangeClosed(1, load.tasks()).forEach(items::add);
    return wish;
  }

  /// How many runs of a workflow have not ended, counted up to a most.
  int live(String workflow, int most) {
    var request = Request.get("runs").with("workflow", workflow).with("state", LIVE);
    return new Fields(client.send(request.with("limit", most))).list("items").size();
  }

  /// Those of these runs that have ended.
  List<Ended> ended(String workflow, Collection<String> ids) {
    var missing = new HashSet<>(ids);
    var ended = new ArrayList<Ended>();
    var after = "";
    for (var page = 0; page < ids.size() / PAGE + SPARE_PAGES && !missing.isEmpty(); page++) {
      var answer = page(workflow, after);
      for (var run : answer.list("items")) {
        var ours = missing.remove(run.text("id"));
        if (ours && run.has("ended")) ended.add(ended(run));
      }
      after = answer.text("next");
      if (after.isEmpty()) break;
    }
    return ended;
  }

  /// A page of the runs of a project, newest first.
  ///
  /// @param after `next` of the page before; empty for the first
  public Fields projectPage(String project, String after) {
    var request = Request.get("runs").with("project", project).with("limit", PAGE);
    return new Fields(client.send(after.isEmpty() ? request : request.with("after", after)));
  }

  /// Whether any run of a project has not ended.
  public boolean anyLive(String project) {
    var request = Request.get("runs").with("project", project).with("state", LIVE);
    return !new Fields(client.send(request.with("limit", 1))).list("items").isEmpty();
  }

  /// Starts runs of a workflow without inputs, a page in a request, and answers their ids.
  public List<String> start(String workflow, int count) {
    var ids = new ArrayList<String>();
    while (ids.size() < count) {
      var body = Json.object();
      var runs = body.putArray("runs");
      var most = Math.min(PAGE, count - ids.size());
      for (var i = 0; i < most; i++) runs.add(Json.object().put("workflow", workflow));
      var answer = new Fields(client.send(Request.post("runs").json(body)));
      answer.list("runs").forEach(run -> ids.add(run.text("id")));
    }
    return ids;
  }

  /// How many of these runs have succeeded.
  public int succeeded(String workflow, Collection<String> ids) {
    return (int)
        ended(workflow, ids).stream().filter(run -> run.state().equals("succeeded")).count();
  }

  /// Does something to a run as a whole.
  public void operate(String run, String verb) {
    client.send(Request.post("runs", run, "operate").json(Json.object().put("verb", verb)));
  }

  public void approve(String run, String task) {
    client.send(Request.post("runs", run, "tasks", task, "approve").json(Json.object()));
  }

  public void cancel(String run) {
    client.send(Request.post("runs", run, "cancel").json(Json.object()));
  }

  private Fields page(String workflow, String after) {
    var request = Request.get("runs").with("workflow", workflow).with("limit", PAGE);
    return new Fields(client.send(after.isEmpty() ? request : request.with("after", after)));
  }

  private static Ended ended(Fields run) {
    var took =
        Duration.between(run.instant("created").orElseThrow(), run.instant("ended").orElseThrow());
    return new Ended(run.text("id"), run.text("state"), took);
  }
}
