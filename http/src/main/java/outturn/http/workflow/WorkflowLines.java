package outturn.http.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.schedule.Cron;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.Mark;
import outturn.engine.run.RunState;
import outturn.runtime.hold.Hold;
import outturn.runtime.project.InForce;
import outturn.runtime.project.Schedules;
import outturn.store.run.LiveCount;
import outturn.store.run.RecentRun;
import outturn.store.run.RunReader;

/// Workflows as lists have them, with what runs of them now and ran last.
final class WorkflowLines {
  private static final int LAST_RUNS = 10;

  private final Map<String, List<RecentRun>> last;
  private final List<LiveCount> live;
  private final InForce inForce;
  private final Map<String, Map<String, Mark.By>> paused;
  private final Hold hold;
  private final Instant now;

  WorkflowLines(
      Collection<String> names,
      RunReader runs,
      InForce inForce,
      Schedules schedules,
      Hold hold,
      Instant now) {
    this.paused = schedules.paused(names);
    this.last = runs.recent(names, LAST_RUNS);
    this.live = runs.liveCounts();
    this.inForce = inForce;
    this.hold = hold;
    this.now = now;
  }

  private record Paused(String by, String why, Instant since) {}

  private record Live(long waiting, long running) {}

  private record Bar(String id, String state, Optional<Instant> started, Optional<Instant> ended) {}

  /// The members of a workflow's JSON, to which others may be added.
  Map<String, @Nullable Object> of(InForce.Entry<Workflow> entry) {
    var workflow = entry.value();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", entry.name());
    json.put("title", workflow.about().title());
    json.put("project", entry.project());
    json.put("version", inForce.version(entry.version()).number());
    json.put("service", workflow.about().service().orElse(null));
    json.put("owner", workflow.about().owner().orElse(null));
    var paused = this.paused.getOrDefault(entry.name(), Map.of());
    json.put(
        "schedules",
        workflow.schedules().stream()
            .map(each -> planned(each, Optional.ofNullable(paused.get(each.name()))))
            .toList());
    json.put(
        "live",
        new Live(count(entry.name(), RunState.WAITING), count(entry.name(), RunState.RUNNING)));
    json.put(
        "lastRuns",
        last.getOrDefault(entry.name(), List.of()).stream().map(WorkflowLines::bar).toList());
    return json;
  }

  /// A schedule: when it is due, in one line and next, or why that is not known.
  private Map<String, @Nullable Object> planned(Schedule schedule, Optional<Mark.By> paused) {
    Optional<Instant> next = Optional.empty();
    Optional<String> problem = Optional.empty();
    try {
      if (!hold.held() && paused.isEmpty()) next = schedule.nextStart(now);
    } catch (UnknownYear unknown) {
      problem = Optional.ofNullable(unknown.getMessage());
    }
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", schedule.name());
    json.put("cron", schedule.timing() instanceof Cron cron ? cron.text() : null);
    json.put("timing", schedule.timing().text());
    json.put("timezone", schedule.zone().getId());
    json.put("next", next.orElse(null));
    json.put("problem", problem.orElse(null));
    json.put("held", hold.held());
    json.put("paused", paused.map(by -> new Paused(by.who(), by.why(), by.at())).orElse(null));
    return json;
  }

  private long count(String workflow, RunState state) {
    return live.stream()
        .filter(each -> each.workflow().equals(workflow) && each.state() == state)
        .mapToLong(LiveCount::runs)
        .sum();
  }

  private static Bar bar(RecentRun run) {
    return new Bar(
        run.id().toString(), run.state().word(), run.times().started(), run.times().ended());
  }
}
