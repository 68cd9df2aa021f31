package outturn.engine.reason;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Template;
import outturn.definition.file.FileTerms;
import outturn.definition.flow.ApprovalTerms;
import outturn.definition.flow.Repeat;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Lock;
import outturn.definition.text.Durations;
import outturn.definition.workflow.Action;
import outturn.engine.pool.Lane;
import outturn.engine.reason.Reason.Kind;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Mark;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// Puts reasons into words. Times are those of the workflow's zone.
final class Wording {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final int MOST_HOLDERS = 3;

  private final Run run;
  private final Surroundings around;
  private final ByWorth byWorth;

  Wording(Run run, Surroundings around) {
    this.run = run;
    this.around = around;
    this.byWorth = new ByWorth(run, around, this::at);
  }

  static String capital(String text) {
    return text.startsWith("the ") ? "T" + text.substring(1) : text;
  }

  Reason dependency(TaskRun task, List<TaskRun> open) {
    var needed =
        open.stream()
            .map(each -> "%s, which is %s".formatted(each.name(), state(each).word()))
            .collect(Collectors.joining("; and for "));
    return reason(task, 0, Kind.DEPENDENCY, "waits for " + needed, Optional.empty(), List.of());
  }

  private TaskState state(TaskRun task) {
    return TaskState.of(run, task, around.now());
  }

  /// A unit that has begun and not ended.
  Reason unit(TaskRun task, int item) {
    return switch (task.unit(item).state()) {
      case UnitState.Running(var attempt, _) -> working(task, item, attempt);
      case UnitState.Delayed(var attempt, var until) when until.isAfter(around.now()) ->
          reason(
              task,
              item,
              Kind.TIME,
              again(task, item, attempt, at(until)),
              Optional.of(until),
              List.of());
      case UnitState.Asking(var attempt) ->
          reason(
              task,
              item,
              Kind.LOST_NEEDS_DECISION,
              "was lost with its worker in attempt %d, and may or may not have had its effect: rerun it, or force its success or failure, or skip it"
                  .formatted(attempt - 1),
              Optional.empty(),
              List.of());
      case UnitState.Waiting _,
          UnitState.Ready _,
          UnitState.Delayed _,
          UnitState.Fanned _,
          UnitState.Ended _ ->
          ready(task, item);
    };
  }

  /// Why nothing new begins in the whole run.
  Optional<Reason> held() {
    return run.held()
        .map(by ->
            new Reason(
                "",
                Optional.empty(),
                Kind.HOLD,
                "the run is " + held(by),
                Optional.empty(),
                List.of()));
  }

  private String held(Mark.By by) {
    var why = by.why().isEmpty() ? "" : ": " + by.why();
    return "held by %s since %s%s".formatted(by.who(), at(by.at()), why);
  }

  private static String again(TaskRun task, int item, int attempt, String at) {
    var unit = task.unit(item);
    boolean repeated = unit.rounds() > 0 && unit.tries() == 0;
    return repeated
        ? "is repeated at %s: it is not so yet (round %d of at most %d)"
            .formatted(
                at, unit.rounds() + 1, task.task().conduct().repeat().map(Repeat::atMost).orElse(0))
        : "failed, and is tried again at %s (attempt %d)".formatted(at, attempt);
  }

  /// A unit whose turn has come: it wants room on the disk, pools, and a slot.
  Reason ready(TaskRun task, int item) {
    var by = task.held().or(run::held);
    if (by.isPresent()) {
      var text = "is ready and " + held(by.get());
      return reason(task, item, Kind.HOLD, text, Optional.empty(), List.of());
    }
    var lane = Lane.of(task.task().action()).orElse(Lane.INSTANT);
    var shortage = around.shortage();
    if (shortage.isPresent()) {
      var text = "is ready and does not begin: " + shortage.get();
      return reason(task, item, Kind.DISK, text, Optional.empty(), List.of());
    }
    var policies = policies(task, item);
    if (policies.isPresent()) return policies.get();
    for (var want : new TreeMap<>(task.task().rules().pools()).entrySet()) {
      var full = pool(task, item, want);
      if (full.isPresent()) return full.get();
    }
    var before =
        new TreeMap<>(task.task().rules().pools())
            .keySet().stream()
                .map(pool -> byWorth.first(task, pool))
                .filter(told -> !told.isEmpty());
    var text =
        "is ready and waits for a free worker slot (%s; one workflow gets three quarters of them)%s%s"
            .formatted(
                word(lane),
                urgent(run.priority(task.task())),
                before.findFirst().map("; "::concat).orElse(""));
    return reason(task, item, Kind.SLOT, text, Optional.empty(), List.of());
  }

  /// What policies have to say to a task whose turn has come.
  private Optional<Reason> policies(TaskRun task, int item) {
    if (task.bypassed()) return Optional.empty();
    var closed =
        around.pools().policies().stream()
            .filter(policy -> policy.applies().has(run.workflow().name(), task.task()))
            .filter(policy -> around.pools().used(policy.held()) >= allows(policy))
            .toList();
    if (closed.isEmpty()) return Optional.empty();
    var told = closed.stream().map(this::policy).collect(Collectors.joining(", and "));
    var holders =
        closed.stream().flatMap(policy -> around.pools().of(policy.held()).stream()).toList();
    return Optional.of(
        reason(task, item, Kind.POLICY, "is ready, and " + told, opens(closed), holders));
  }

  private int allows(Policy policy) {
    return policy.allows(policy.at(around.now()));
  }

  private String policy(Policy policy) {
    var until =
        policy
            .at(around.now())
            .until()
            .map(time -> " until %s (%s)".formatted(at(time, policy.zone()), policy.zone()))
            .orElse("");
    return policy.freezes()
        ? "policy %s lets nothing of it start%s".formatted(policy.name(), until)
        : "policy %s lets %d run at once%s: held by %s"
            .formatted(policy.name(), policy.allow(), until, holders(policy.held()));
  }

  /// When all of them let it start, where that is a matter of time.
  private Optional<Instant> opens(List<Policy> closed) {
    var ends = closed.stream().map(policy -> policy.at(around.now()).until()).toList();
    boolean timed = closed.stream().allMatch(Policy::freezes);
    return timed && ends.stream().allMatch(Optional::isPresent)
        ? ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /// Who goes before work of this priority, where somebody does.
  private String urgent(int priority) {
    var before =
        around.others().rivals().stream().filter(rival -> rival.priority() > priority).toList();
    if (before.isEmpty()) return "";
    var told =
        before.stream()
            .limit(MOST_HOLDERS)
            .map(each ->
                "%s (%s, priority %d)".formatted(each.run(), each.workflow(), each.priority()))
            .collect(Collectors.joining(", "));
    int more = before.size() - MOST_HOLDERS;
    return "; its priority is %d, and more urgent work goes first: %s%s"
        .formatted(priority, told, more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String word(Lane lane) {
    return lane.name().toLowerCase(Locale.ROOT);
  }

  private Optional<Reason> pool(TaskRun task, int item, Map.Entry<String, Integer> want) {
    var pool = want.getKey();
    int size = around.pools().size(pool);
    int used = around.pools().used(pool);
    if (used + want.getValue() <= size) return Optional.empty();
    if (Lock.is(pool)) return Optional.of(lock(task, item, want));
    var needs = want.getValue() == 1 ? "" : ", of which it needs %d".formatted(want.getValue());
    var text =
        want.getValue() > size
            ? "needs %d of pool %s, which has only %d: make the pool larger"
                .formatted(want.getValue(), pool, size)
            : "waits for pool %s%s: %d of %d %s held by %s%s"
                .formatted(
                    pool,
                    needs,
                    used,
                    size,
                    used == 1 ? "is" : "are",
                    holders(pool),
                    byWorth.order(task, pool));
    return Optional.of(
        reason(task, item, Kind.POOL, text, Optional.empty(), around.pools().of(pool)));
  }

  private Reason lock(TaskRun task, int item, Map.Entry<String, Integer> want) {
    var held = want.getKey();
    var text =
        "waits for lock %s (%s): held by %s"
            .formatted(
                Lock.name(held),
                want.getValue() == Lock.WHOLE ? "exclusive" : "shared",
                holders(held));
    return reason(task, item, Kind.LOCK, text, Optional.empty(), around.pools().of(held));
  }

  private String holders(String pool) {
    var all = around.pools().of(pool);
    var told =
        all.stream()
            .limit(MOST_HOLDERS)
            .map(
                each -> "%s (%s) since %s".formatted(each.run(), each.workflow(), at(each.since())))
            .collect(Collectors.joining(", "));
    int more = all.size() - MOST_HOLDERS;
    return more > 0 ? told + " and %d more".formatted(more) : told;
  }

  private Reason working(TaskRun task, int item, int attempt) {
    var id = new AttemptId(run.id(), task.name(), item, attempt);
    var began = Optional.ofNullable(around.began().get(id));
    var since = began.map(time -> " since " + at(time)).orElse("");
    return switch (task.task().action()) {
      case Action.Wait.ForFile(var terms) -> file(task, item, terms, began, since);
      case Action.Wait.For(var length) ->
          waits(task, item, began.map(time -> time.plus(length)), since);
      case Action.Wait.Until(var instant) ->
          waits(task, item, told(instant, task, item).flatMap(this::instant), since);
      case Action.Approval(var terms) -> approval(task, terms, began, since);
      case Action.Call call -> {
        var child = Optional.ofNullable(around.children().get(id));
        yield reason(
            task,
            item,
            Kind.WORKING,
            "waits for the run %sof %s%s"
                .formatted(child.map(run -> run + " ").orElse(""), call.workflow(), since),
            Optional.empty(),
            List.of());
      }
      case Action.Nothing _, Action.Run _, Action.Sql _, Action.Http _, Action.Collect _ ->
          reason(
              task,
              item,
              Kind.WORKING,
              "works" + since + (attempt > 1 ? " (attempt %d)".formatted(attempt) : ""),
              Optional.empty(),
              List.of());
    };
  }

  private Reason approval(
      TaskRun task, ApprovalTerms terms, Optional<Instant> began, String since) {
    var until = terms.within().flatMap(length -> began.map(time -> time.plus(length)));
    var otherwise =
        switch (terms.otherwise()) {
          case FAIL -> "fails";
          case APPROVE -> "counts as approved";
          case SKIP -> "is skipped";
        };
    var limit = until.map(time -> " until %s, and else %s".formatted(at(time), otherwise));
    return reason(
        task,
        0,
        Kind.APPROVAL,
        "waits%s for approval by %s%s%s: outturn approve %s %s"
            .formatted(
                since, terms.by(), limit.orElse(""), asked(task, terms), run.id(), task.name()),
        until,
        List.of());
  }

  private String asked(TaskRun task, ApprovalTerms terms) {
    return terms.text().flatMap(text -> told(text, task, 0)).map(" (%s)"::formatted).orElse("");
  }

  private Reason waits(TaskRun task, int item, Optional<Instant> until, String since) {
    var text = until.map(time -> "waits until " + at(time)).orElse("waits for its time" + since);
    return reason(task, item, Kind.TIME, text, until, List.of());
  }

  private Reason file(
      TaskRun task, int item, FileTerms terms, Optional<Instant> began, String since) {
    var until = terms.within().flatMap(length -> began.map(time -> time.plus(length)));
    var otherwise =
        switch (terms.otherwise()) {
          case FAIL -> "fails";
          case SKIP -> "is skipped";
        };
    var limit = until.map(time -> " until %s, and else %s".formatted(at(time), otherwise));
    var text =
        "waits%s for the file %s to be there and unchanged for %s%s"
            .formatted(
                since,
                told(terms.path(), task, item).orElse("that it names"),
                Durations.text(terms.stable()),
                limit.orElse(""));
    return reason(task, item, Kind.EVENT, text, until, List.of());
  }

  /// What a template says in this run, if it can be told.
  private Optional<String> told(Template template, TaskRun task, int item) {
    try {
      return Optional.of(template.text(run.scope(task, item)));
    } catch (EvaluationFailed unknown) {
      return Optional.empty();
    }
  }

  private Optional<Instant> instant(String text) {
    return Action.Wait.Until.at(text, run.workflow().timezone());
  }

  /// Items that are not told one by one.
  Reason furtherItems(TaskRun task, int open, int left) {
    int parallel = task.task().forEach().orElseThrow().parallel();
    var text =
        "%s has %d of %d items under way (at most %d at once) and %d to begin"
            .formatted(task.name(), open, task.items().size(), parallel, left);
    return new Reason(
        task.name(), Optional.empty(), Kind.WORKING, text, Optional.empty(), List.of());
  }

  private Reason reason(
      TaskRun task,
      int item,
      Kind kind,
      String predicate,
      Optional<Instant> until,
      List<Holder> holders) {
    boolean begun = task.fanned() && task.begun() > item;
    var name = begun ? "%s[%d]".formatted(task.name(), item) : task.name();
    Optional<Integer> place = begun ? Optional.of(item) : Optional.empty();
    return new Reason(task.name(), place, kind, name + " " + predicate, until, holders);
  }

  private String at(Instant time) {
    return at(time, run.workflow().timezone());
  }

  private String at(Instant time, ZoneId zone) {
    var local = time.atZone(zone);
    boolean today = local.toLocalDate().equals(around.now().atZone(zone).toLocalDate());
    return (today ? TIME : DAY_AND_TIME).format(local);
  }
}
