package outturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outturn.engine.decide.Decider;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.pool.Capacity;
import outturn.engine.pool.Lane;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.RunId;
import outturn.engine.run.RunIds;
import outturn.engine.run.Version;

/// How many events the core decides in a second of CPU time, with nothing around it: no rows, no
/// workers. The numbers are printed; what is asserted is that every run ends.
/// `-Doutturn.speed.rounds=30` measures warm code.
class SpeedTest {
  private static final int EVENTS_AT_ONCE = 200;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = Integer.getInteger("outturn.speed.rounds", 3);

  @Test
  void aListOfTenThousandItems() {
    var items = Collections.nCopies(10_000, "x");

    fast("a list of 10,000 items", 1, workflow("w", task("a").forEach(items, 10_000)));
  }

  @Test
  void aThousandRunsOfTenTasks() {
    fast("1,000 runs of 10 tasks", 1000, workflow("w", chain(10)));
  }

  @Test
  void aThousandRunsThatShareAPool() {
    var tasks = chain(10);
    for (var task : tasks) task.pool("db", 1);

    fast("1,000 runs of 10 tasks with a pool", 1000, workflow("w", tasks));
  }

  @Test
  void oneRunOfTwoThousandTasksSideBySide() {
    var tasks = new TaskSketch[2001];
    tasks[0] = task("t0");
    for (int n = 1; n < tasks.length; n++) tasks[n] = task("t" + n).needs("t0");

    fast("1 run of 2,000 tasks side by side", 1, workflow("w", tasks));
  }

  @Test
  void oneRunOfTenThousandTasksInAHundredLayers() {
    var tasks = new TaskSketch[10_000];
    for (int n = 0; n < tasks.length; n++) {
      tasks[n] = task("t" + n);
      if (n < 100) continue;
      int before = n / 100 * 100 - 100;
      tasks[n].needs("t" + (before + n % 100)).needs("t" + (before + (n + 37) % 100));
    }

    fast("1 run of 10,000 tasks in 100 layers", 1, workflow("w", tasks));
  }

  private static TaskSketch[] chain(int length) {
    var tasks = new TaskSketch[length];
    tasks[0] = task("t0");
    for (int n = 1; n < length; n++) tasks[n] = task("t" + n).needs("t" + (n - 1));
    return tasks;
  }

  private static void fast(String shape, int runs, WorkflowSketch workflow) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) best = Math.max(best, perSecond(runs, workflow));
    System.out.printf("%s: %,.0f events per CPU second%n", shape, best);
  }

  private static double perSecond(int runs, WorkflowSketch workflow) {
    var capacity = new Capacity(Map.of(Lane.PROCESS, 500));
    capacity.size("db", 50);
    var world =
        World.empty(capacity, new RunIds(new RunId(0)), new SplittableRandom(1), 1, Driver.START);
    var version = WorkflowSketch.version(workflow);
    Queue<Event> events = new ArrayDeque<>();
    for (int run = 0; run < runs; run++) events.add(start(world, version));
    int decided = 0;
    long began = THREADS.getCurrentThreadCpuTime();
    while (!events.isEmpty() || !world.settled()) {
      var batch = new ArrayList<Event>();
      while (batch.size() < EVENTS_AT_ONCE && !events.isEmpty()) batch.add(events.remove());
      decided += batch.size();
      events.addAll(reports(Decider.decide(world, batch, Driver.START).effects()));
    }
    long took = THREADS.getCurrentThreadCpuTime() - began;
    assertThat(world.runs()).isEmpty();
    return decided * 1e9 / took;
  }

  private static Event start(World world, Version version) {
    var date = LocalDate.parse("2026-03-02");
    var order = new Order("w", Map.of(), date, Optional.empty(), new Origin.User("ada"));
    return new Event.Start(world.ids().next(Driver.START), version, order, Optional.empty());
  }

  private static List<Event> reports(List<Effect> effects) {
    var reports = new ArrayList<Event>();
    for (var effect : effects) {
      if (effect instanceof Effect.Dispatch it) {
        var done = new Event.Report.Succeeded(Map.of("rows", 3L));
        reports.add(new Event.Reported(it.attempt(), it.token(), done));
      }
    }
    return reports;
  }
}
