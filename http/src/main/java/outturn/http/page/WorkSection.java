package outturn.http.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.charts.bars.Bar;
import outturn.charts.bars.RunBars;
import outturn.charts.bars.State;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.Rows;
import outturn.engine.run.RunState;
import outturn.report.markup.Markup;
import outturn.runtime.hold.Hold;
import outturn.runtime.project.InForce;
import outturn.store.run.RecentRun;
import outturn.store.run.RunEntry;

/// The work behind the outcomes: workflows with their last runs as bars, and the latest runs.
final class WorkSection {
  private final Markup html;
  private final InForce inForce;
  private final Hold hold;
  private final Instant now;
  private final Times times;

  WorkSection(Markup html, InForce inForce, Hold hold, Instant now) {
    this.html = html;
    this.inForce = inForce;
    this.hold = hold;
    this.now = now;
    this.times = new Times(now);
  }

  /// @param recent the last runs of each, newest first
  void workflows(List<InForce.Entry<Workflow>> workflows, Map<String, List<RecentRun>> recent) {
    html.open("section").line().element("h2", "Workflows").line();
    if (workflows.isEmpty()) {
      html.open("p", "class", "empty")
          .text("No workflow is in force. Describe one in a project and put it in force: ");
      html.element("code", "outturn apply FOLDER").close("p").line();
    } else {
      head("workflows", "Workflow", "Last runs", "Next start");
      for (var workflow : workflows) {
        workflow(workflow, recent.getOrDefault(workflow.name(), List.of()));
      }
      html.close("tbody").close("table").line();
    }
    html.close("section").line();
  }

  private void head(String kind, String... names) {
    html.open("table", "class", kind).open("thead").open("tr");
    Stream.of(names).forEach(name -> html.element("th", name, "scope", "col"));
    html.close("tr").close("thead").line().open("tbody").line();
  }

  private void workflow(InForce.Entry<Workflow> entry, List<RecentRun> runs) {
    html.open("tr").open("th", "scope", "row").text(entry.value().about().title());
    html.element("small", entry.name()).close("th");
    html.open("td", "class", "bars");
    if (runs.isEmpty()) {
      html.text("no run yet");
    } else {
      var bars = runs.reversed().stream().map(this::bar).toList();
      html.markup(new RunBars("Last runs of " + entry.name(), bars).draw().inline());
    }
    html.close("td");
    html.element("td", next(entry.value()), "class", "when");
    html.close("tr").line();
  }

  private Bar bar(RecentRun run) {
    return new Bar(run.businessDate().toString(), state(run.state()), lasted(run.times()));
  }

  private Duration lasted(Rows.Times span) {
    var from = span.started().orElse(now);
    var took = Duration.between(from, span.ended().orElse(now));
    return took.isNegative() ? Duration.ZERO : took;
  }

  private static State state(RunState state) {
    return switch (state) {
      case WAITING -> State.WAITING;
      case RUNNING -> State.RUNNING;
      case SUCCEEDED -> State.SUCCEEDED;
      case FAILED -> State.FAILED;
      case CANCELLED -> State.CANCELLED;
    };
  }

  private String next(Workflow workflow) {
    if (workflow.schedules().isEmpty()) return "on request";
    if (hold.held()) return "held";
    try {
      return workflow.schedules().stream()
          .flatMap(each -> each.nextStart(now).stream())
          .min(Comparator.naturalOrder())
          .map(due -> times.at(due, workflow.timezone()))
          .orElse("never");
    } catch (UnknownYear unknown) {
      return "unknown: calendar %s ends before %d".formatted(unknown.calendar(), unknown.year());
    }
  }

  /// @param whys why some of them are not over, by run id
  void runs(List<RunEntry> runs, Map<String, String> whys) {
    html.open("section").line().element("h2", "Latest runs").line();
    if (runs.isEmpty()) {
      html.open("p", "class", "empty").text("Nothing has run yet. Start a workflow: ");
      html.element("code", "outturn run WORKFLOW").close("p").line();
    } else {
      head("runs", "State", "Workflow", "For", "Started", "Took");
      runs.forEach(run -> run(run, whys));
      html.close("tbody").close("table").line();
    }
    html.close("section").line();
  }

  private void run(RunEntry entry, Map<String, String> whys) {
    var row = entry.row();
    var id = row.id().toString();
    html.open("tr").open("td");
    Mark.write(html, row.state());
    html.close("td").open("th", "scope", "row").text(row.order().workflow());
    html.element("small", id);
    var note = Optional.ofNullable(whys.get(id)).or(entry::note).or(() -> warnings(entry));
    note.ifPresent(text -> html.element("span", text, "class", "why"));
    html.close("th");
    html.element("td", row.order().businessDate().toString(), "class", "when");
    var zone = zone(row.order().workflow());
    var started = row.times().started().map(time -> times.at(time, zone)).orElse("not yet");
    html.element("td", started, "class", "when");
    var took = row.times().started().map(_ -> Times.took(lasted(row.times()))).orElse("");
    html.element("td", took, "class", "number").close("tr").line();
  }

  private static Optional<String> warnings(RunEntry entry) {
    int some = entry.warnings();
    if (some == 0) return Optional.empty();
    return Optional.of(
        some == 1
            ? "1 warning: a task failed without failing the run"
            : "%d warnings: tasks failed without failing the run".formatted(some));
  }

  private ZoneId zone(String workflow) {
    return inForce.workflow(workflow).map(entry -> entry.value().timezone()).orElse(ZoneOffset.UTC);
  }
}
