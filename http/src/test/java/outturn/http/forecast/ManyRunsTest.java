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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.runtime.forecast.Foreseen;
import outturn.runtime.forecast.Foresight;
import outturn.store.forecast.TaskDurations;
import outturn.store.identity.Role;

/// What it costs to keep forecasts of many live runs, of which some go on all the time. With
/// `-Doutturn.proof=full` of 10,000 runs, for three minutes, 20 of whose tasks end in a second; the
/// figures are printed.
class ManyRunsTest {
  private static final boolean FULL = "full".equals(System.getProperty("outturn.proof"));
  private static final int WORKFLOWS = FULL ? 20 : 2;
  private static final int RUNS = Integer.getInteger("outturn.watched.runs", FULL ? 10_000 : 10);
  private static final int STEPS = 6;
  private static final int SECONDS = Integer.getInteger("outturn.watched.seconds", FULL ? 180 : 2);
  private static final int ENDS_PER_SECOND = FULL ? 20 : 4;
  private static final Duration PATIENCE = Duration.ofMinutes(FULL ? 15 : 1);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final OneBackend BACKEND = new OneBackend(SERVER.jdbi());

  private final Map<String, Instant> last = new HashMap<>();
  private final Map<String, Instant> touched = new HashMap<>();
  private final List<Long> waited = new ArrayList<>();
  private final Foresight foresight =
      OwnForesight.of(SERVER.services(), BACKEND.jdbi(), this::hear);
  private int made;

  @BeforeAll
  static void apply() {
    var files = new HashMap<String, String>();
    files.put("outturn.yaml", encoded("{kind: project, name: many}\n"));
    var rows = new TaskDurations(SERVER.jdbi());
    for (int number = 0; number < WORKFLOWS; number++) {
      files.put("w%d.yaml".formatted(number), encoded(workflow(number)));
    }
    SERVER.apply("many", files);
    for (int number = 0; number < WORKFLOWS; number++) {
      var learned = new TaskDurations.Learned(Instant.now(), histories(number));
      rows.keep("many-%d".formatted(number), learned, Instant.now());
    }
  }

  @AfterAll
  static void stop() {
    BACKEND.close();
    SERVER.close();
  }

  /// Six tasks that people do, two of them side by side, and two deadlines.
  private static String workflow(int number) {
    var by = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    var now = Instant.now();
    return """
    kind: workflow
    name: many-%d
    deadlines:
      - {name: half, task: step3, by: "%s"}
      - {name: all, by: "%s"}
    tasks:
      step1: {approval: {role: operator}}
      step2: {needs: step1, approval: {role: operator}}
      step3: {needs: step1, approval: {role: operator}}
      step4: {needs: [step2, step3], approval: {role: operator}}
      step5: {needs: step4, approval: {role: operator}}
      step6: {needs: step5, approval: {role: operator}}
    """
        .formatted(
            number,
            by.format(now.plus(Duration.ofMinutes(20 + 5L * number))),
            by.format(now.plus(Duration.ofMinutes(60 + 5L * number))));
  }

  private static Map<String, Durations> histories(int number) {
    var chance = new SplittableRandom(number);
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    var histories = new HashMap<String, Durations>();
    for (int step = 1; step <= STEPS; step++) {
      var durations = Durations.EMPTY;
      for (int back = 30; back > 0; back--) {
        var millis = (long) (600_000 * Math.exp(0.3 * chance.nextGaussian()));
        durations = durations.with(new Sample(today - back, 0, millis, Sample.How.SUCCEEDED));
      }
      histories.put("step" + step, durations);
    }
    return histories;
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private void hear(Collection<Foreseen> all) {
    var now = Instant.now();
    for (var each : all) {
      made++;
      last.put(each.subject().key(), now);
      var since = touched.remove(each.subject().key());
      if (since != null) waited.add(Duration.between(since, now).toMillis());
    }
  }

  @Test
  void allAreForecastAndThoseThatGoOnAreForecastAnew() throws InterruptedException {
    var runs = started();
    var first = cost(PATIENCE, last -> last.size() == runs.size(), List.of());
    assertThat(foresight.all()).hasSize(runs.size());
    assertThat(foresight.situations())
        .as("runs that do not wait for each other")
        .hasSameSizeAs(runs);
    print("all forecast once", first);

    var watched = cost(Duration.ofSeconds(SECONDS), _ -> false, runs);
    print("in %d s, with %d ends a second".formatted(SECONDS, ENDS_PER_SECOND), watched);
    var rest = cost(PATIENCE, _ -> touched.isEmpty(), List.of());
    print("until nothing that had changed was open", rest);

    assertThat(touched).isEmpty();
    assertThat(waited).isNotEmpty();
    foresight.close();
  }

  private static List<String> started() {
    var ids = new ArrayList<String>();
    for (int number = 0; number < WORKFLOWS; number++) {
      var wish = Map.of("workflow", "many-%d".formatted(number));
      var answer =
          OPERATOR.post(
              "/api/v1/runs", Map.of("runs", Collections.nCopies(RUNS / WORKFLOWS, wish)));
      answer.json().path("runs").forEach(run -> ids.add(run.path("id").asString()));
    }
    Collections.shuffle(ids, new java.util.Random(1));
    return ids;
  }

  private interface Until {
    boolean reached(Map<String, Instant> last);
  }

  /// What the loop has cost, in seconds.
  ///
  /// @param steps by the clock
  /// @param cpu of its thread
  /// @param backend of PostgreSQL, for it
  private record Cost(double seconds, double steps, double cpu, double backend, long statements) {}

  /// Steps as the server does, and lets the first tasks of runs end meanwhile.
  private Cost cost(Duration most, Until until, List<String> going) throws InterruptedException {
    long began = System.nanoTime();
    long steps = 0;
    long cpu = 0;
    int ended = 0;
    var backend = BACKEND.cpu();
    long statements = BACKEND.statements();
    while (!until.reached(last) && System.nanoTime() - began < most.toNanos()) {
      double passed = (System.nanoTime() - began) / 1e9;
      for (; ended < passed * ENDS_PER_SECOND && ended < going.size(); ended++)
        end(going.get(ended));
      long at = System.nanoTime();
      long cpuAt = THREADS.getCurrentThreadCpuTime();
      foresight.step();
      cpu += THREADS.getCurrentThreadCpuTime() - cpuAt;
      steps += System.nanoTime() - at;
      foresight.pause();
    }
    return new Cost(
        (System.nanoTime() - began) / 1e9,
        steps / 1e9,
        cpu / 1e9,
        BACKEND.cpu().minus(backend).toMillis() / 1e3,
        BACKEND.statements() - statements);
  }

  private void end(String run) {
    touched.put(run, Instant.now());
    var path = "/api/v1/runs/%s/tasks/step1/approve".formatted(run);
    assertThat(OPERATOR.post(path, Map.of()).status()).isLessThan(300);
  }

  private void print(String what, Cost cost) {
    Collections.sort(waited);
    System.out.printf(
        Locale.ROOT,
        "%s: %d forecasts, %d statements in %.0f s; of a core %.1f %% in this thread and %.1f %% in"
            + " PostgreSQL, %.1f %% by the clock; anew after %d ms (median), %d ms (90 %%), %d ms"
            + " (most)%n",
        what,
        made,
        cost.statements(),
        cost.seconds(),
        100 * cost.cpu() / cost.seconds(),
        100 * cost.backend() / cost.seconds(),
        100 * cost.steps() / cost.seconds(),
        at(0.5),
        at(0.9),
        at(1));
    made = 0;
  }

  private long at(double share) {
    return waited.isEmpty() ? 0 : waited.get((int) ((waited.size() - 1) * share));
  }
}
