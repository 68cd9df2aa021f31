package outturn.http.forecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.engine.forecast.Effort;
import outturn.engine.forecast.Forecaster;
import outturn.engine.forecast.Standing;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.runtime.forecast.Foreseen;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.node.Loops;
import outturn.store.forecast.TaskDurations;
import outturn.store.identity.Role;

/// How soon after a task has ended a forecast of its run of 1,000 tasks can be read that knows of
/// it. The figures are printed; with `-Doutturn.proof=full` of more ends.
class RefreshTest {
  private static final boolean FULL = "full".equals(System.getProperty("outturn.proof"));
  private static final int ENDS = FULL ? 24 : 3;
  private static final int LAYERS = 20;
  private static final int WIDTH = 50;
  private static final Duration USUAL = Duration.ofMinutes(10);

  /// Then it is as likely late as in time: the dearest forecast there is.
  private static final Duration DUE = Duration.ofMinutes(394);

  /// Longer than a group rests.
  private static final Duration REST = Duration.ofSeconds(4);

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);

  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

  // How long the steps took in which something was told, in ms.
  private final List<Double> steps = new CopyOnWriteArrayList<>();
  private final List<Double> cpus = new CopyOnWriteArrayList<>();

  private final Foresight foresight = OwnForesight.of(SERVER.services(), SERVER.jdbi(), this::hear);
  private boolean hears;

  /// What was heard of the run.
  ///
  /// @param at when, by the clock that intervals are measured with
  private record Told(long at, Foreseen foreseen) {}

  @BeforeAll
  static void apply() {
    var encoder = Base64.getEncoder();
    SERVER.apply(
        "large", Map.of("outturn.yaml", encoder.encodeToString(project().getBytes(UTF_8))));
    var chance = new SplittableRandom(8);
    var tasks = new HashMap<String, Durations>();
    for (int number = 0; number < LAYERS * WIDTH; number++) {
      tasks.put("t" + number, history(chance));
    }
    tasks.put("gate", history(chance));
    var learned = new TaskDurations.Learned(Instant.now(), tasks);
    new TaskDurations(SERVER.jdbi()).keep("large", learned, Instant.now());
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /// Each task needs three of the layer before and one of ten pools. The first layer is ended by
  /// hand, and what comes after it never begins while `gate` is open.
  private static String project() {
    var by = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    var text = new StringBuilder("kind: project\nname: large\n");
    for (int pool = 0; pool < 10; pool++) {
      text.append("---\n{kind: pool, name: pool%d, size: 4}\n".formatted(pool));
    }
    text.append("---\nkind: workflow\nname: large\n");
    text.append(
        "deadlines: [{name: done, by: \"%s\"}]\n".formatted(by.format(Instant.now().plus(DUE))));
    text.append("tasks:\n  gate: {approval: {role: operator}}\n");
    var chance = new SplittableRandom(8);
    for (int number = 0; number < LAYERS * WIDTH; number++) {
      text.append("  t%d: {%s}\n".formatted(number, task(number, chance)));
    }
    return text.toString();
  }

  private static String task(int number, SplittableRandom chance) {
    if (number < WIDTH) return "approval: {role: operator}";
    var needs = new TreeSet<String>();
    needs.add("gate");
    int layer = number / WIDTH;
    while (needs.size() < 4) needs.add("t" + ((layer - 1) * WIDTH + chance.nextInt(WIDTH)));
    return "needs: [%s], pools: {pool%d: 1}, run: [\"true\"]"
        .formatted(String.join(", ", needs), chance.nextInt(10));
  }

  private static Durations history(SplittableRandom chance) {
    var durations = Durations.EMPTY;
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    for (int back = 30; back > 0; back--) {
      var millis = (long) (USUAL.toMillis() * Math.exp(0.3 * chance.nextGaussian()));
      durations = durations.with(new Sample(today - back, 0, millis, Sample.How.SUCCEEDED));
    }
    return durations;
  }

  private void hear(Collection<Foreseen> all) {
    long at = System.nanoTime();
    hears = true;
    all.forEach(each -> told.add(new Told(at, each)));
  }

  /// As the server does it.
  private void step() throws InterruptedException {
    long at = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    hears = false;
    foresight.step();
    if (hears) {
      steps.add((System.nanoTime() - at) / 1e6);
      cpus.add((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
    }
    foresight.pause();
  }

  /// One end of a task, and the forecast that knows of it.
  ///
  /// @param sent until then, from when the end was sent to the server, in ms
  /// @param answered from when the server had answered
  private record Refresh(double sent, double answered) {}

  @Test
  void aForecastThatKnowsOfAnEndCanBeReadSoonAfterIt() throws InterruptedException {
    var run = OPERATOR.start(Map.of("workflow", "large"));
    OPERATOR.await(run, "t0", "running");
    var refreshes = new ArrayList<Refresh>();
    try (var loops = new Loops()) {
      loops.repeat("foresight", this::step);
      foreseen(run, "t0", Standing.Running.class);
      for (int number = 0; number < ENDS; number++) {
        Thread.sleep(REST);
        refreshes.add(refresh(run, "t" + number));
      }
    }
    foresight.close();

    assertThat(refreshes).hasSize(ENDS);
    print("from when it was sent", refreshes.stream().map(Refresh::sent).toList());
    print("from the answer", refreshes.stream().map(Refresh::answered).toList());
    print("the step that made it, by the clock", steps);
    print("the same, CPU", cpus);
    print("CPU of the forecast alone", alone());
  }

  private Refresh refresh(String run, String task) throws InterruptedException {
    told.clear();
    long sent = System.nanoTime();
    var answer = OPERATOR.post("/api/v1/runs/%s/tasks/%s/approve".formatted(run, task), Map.of());
    long answered = System.nanoTime();
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    var heard = foreseen(run, task, Standing.Ended.class);
    assertThat(foresight.all().get(run).course().works().get(task).standing())
        .isInstanceOf(Standing.Ended.class);
    return new Refresh((heard.at() - sent) / 1e6, (heard.at() - answered) / 1e6);
  }

  /// The first forecast in which a task stands so.
  private Told foreseen(String run, String task, Class<? extends Standing> standing)
      throws InterruptedException {
    long began = System.nanoTime();
    while (System.nanoTime() - began < PATIENCE.toNanos()) {
      var next = told.poll(1, TimeUnit.SECONDS);
      if (next == null || !next.foreseen().subject().key().equals(run)) continue;
      if (standing.isInstance(next.foreseen().course().works().get(task).standing())) return next;
    }
    throw new AssertionError(
        "no forecast of %s knows that %s is %s".formatted(run, task, standing));
  }

  private List<Double> alone() {
    var situation = foresight.situations().values().iterator().next();
    var took = new ArrayList<Double>();
    for (int round = 0; round < ENDS; round++) {
      long began = THREADS.getCurrentThreadCpuTime();
      var forecast = Forecaster.of(situation, Effort.fitting(situation, 1));
      took.add((THREADS.getCurrentThreadCpuTime() - began) / 1e6);
      if (round == 0) {
        var deadline = forecast.courses().getFirst().deadlines().getFirst();
        System.out.printf(
            Locale.ROOT,
            "%d draws, a chance of %.2f, expected at %s%n",
            forecast.draws(),
            deadline.chance(),
            deadline.finish().p50());
      }
    }
    return took;
  }

  private static void print(String what, List<Double> millis) {
    var sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f ms (median), %.0f ms (90 %%), %.0f ms (most) of %d%n",
        what,
        at(sorted, 0.5),
        at(sorted, 0.9),
        at(sorted, 1),
        sorted.size());
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) ((sorted.size() - 1) * share));
  }
}
