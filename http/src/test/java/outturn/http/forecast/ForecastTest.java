package outturn.http.forecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.decide.Event;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.engine.run.RunId;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.stake.Worths;
import outturn.runtime.stake.WorthsForeseen;
import outturn.store.forecast.TaskDurations;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;

class ForecastTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final Foresight FORESIGHT = SERVER.services().runs().prospects().foresight();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private static String project(String soon, String late) {
    return """
    kind: project
    name: close
    ---
    {kind: group, name: desk, is: business, members: [operator-user]}
    ---
    {kind: channel, name: room, webhook: {url: "${secrets.hook}"}}
    ---
    {kind: pool, name: ledger, size: 1, order: worth}
    ---
    kind: workflow
    name: nightly
    notify: [{on: [predicted, unusual], channel: room}]
    deadlines:
      - {name: figures-out, task: load, by: "%s", warnBelow: 80%%}
      - {name: all-done, by: "%s"}
    tasks:
      sign: {approval: {role: desk}}
      load: {needs: [sign], pools: {ledger: 1}, run: [sleep, "1"]}
      tell: {needs: [load]}
    ---
    {kind: workflow, name: idle, tasks: {rest: {}}}
    ---
    {kind: workflow, name: keeper, tasks: {hold: {pools: {ledger: 1}, run: [sleep, "600"]}}}
    ---
    kind: workflow
    name: many
    deadlines: [{name: all-in, by: "%s"}]
    tasks: {each: {forEach: ["a", "b"], pools: {ledger: 1}, run: [sleep, "1"]}}
    """
        .formatted(soon, late, late);
  }

  private static final String SERVICE =
      """
      {kind: group, name: readers, is: beneficiary}
      ---
      {kind: measure, name: answers, type: proportion, unit: percent, better: higher, cadence: monthly}
      ---
      kind: outcome
      name: early-answers
      owner: desk
      statement: {who: readers, what: have the figures when they decide, soThat: they decide once}
      measures: [{measure: answers}]
      ---
      kind: service
      name: figures
      outputs:
        - name: figures
          promise: The figures are out in time
          deadline: nightly/figures-out
          serves:
            - outcome: early-answers
              because: they decide by them
              perHourLate: {currency: GBP, low: 100, likely: 250, high: 600}
      """;

  @BeforeAll
  static void begin() {
    var now = Instant.now().atZone(ZoneOffset.UTC);
    var text = project(TIME.format(now.plusMinutes(15)), TIME.format(now.plusHours(9)));
    SERVER.apply(
        "close", Map.of("outturn.yaml", encoded(text), "services/figures.yaml", encoded(SERVICE)));
    var tasks = new HashMap<String, Durations>();
    tasks.put("sign", history(Duration.ofMinutes(20)));
    tasks.put("load", history(Duration.ofMinutes(10)));
    new TaskDurations(SERVER.jdbi())
        .keep("nightly", new TaskDurations.Learned(Instant.now(), tasks), Instant.now());
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Durations history(Duration usual) {
    var durations = Durations.EMPTY;
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    for (int back = 30; back > 0; back--) {
      long millis = usual.toMillis() + 1_000L * (back % 7);
      durations = durations.with(new Sample(today - back, 0, millis, Sample.How.SUCCEEDED));
    }
    return durations;
  }

  private static String waiting() throws InterruptedException {
    var id = OPERATOR.start(Map.of("workflow", "nightly"));
    while (!OPERATOR.get("/api/v1/runs/%s/why?task=sign".formatted(id)).body().contains("approval"))
      Thread.sleep(10);
    foreseen(id);
    return id;
  }

  private static void foreseen(String id) throws InterruptedException {
    for (int i = 0; i < 400; i++) {
      FORESIGHT.step();
      if (FORESIGHT.all().containsKey(id)) return;
      Thread.sleep(10);
    }
    throw new AssertionError("run %s was not foreseen: %s".formatted(id, FORESIGHT.all().keySet()));
  }

  private static JsonNode get(String path) {
    var answer = VIEWER.get("/api/v1" + path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /// Nothing is learned of a run that was cancelled.
  private static void end(String id) {
    OPERATOR.post("/api/v1/runs/%s/cancel".formatted(id), Map.of());
    OPERATOR.await(id, "cancelled");
  }

  @Test
  void aRunIsForecastWithItsPathAndPeopleAreWarnedOnce() throws InterruptedException {
    var id = waiting();

    var told = get("/runs/%s/forecast".formatted(id));

    assertThat(told.path("absent").isNull()).isTrue();
    var figures = told.path("now").path("deadlines").path(0);
    assertThat(figures.path("line").path("chance").asDouble()).as(told.toString()).isLessThan(0.5);
    assertThat(figures.path("line").path("enoughHistory").asBoolean()).isTrue();
    var end = Instant.parse(figures.path("line").path("finish").path("p50").asString());
    assertThat(end)
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(20)), Instant.now().plus(Duration.ofMinutes(40)));
    assertThat(figures.path("path").findValuesAsString("task")).contains("sign", "load");
    assertThat(figures.path("line").path("cause").asString()).isNotEmpty();
    assertThat(told.path("now").path("deadlines").path(1).path("line").path("chance").asDouble())
        .isGreaterThan(0.95);
    for (int i = 0; i < 5; i++) FORESIGHT.step();
    var warnings = get("/runs/%s/forecast".formatted(id)).path("warnings");
    assertThat(warnings.size()).isEqualTo(1);
    assertThat(warnings.path(0).path("occasion").asString()).isEqualTo("predicted");
    assertThat(warnings.path(0).path("subject").asString()).isEqualTo("figures-out");
    assertThat(warnings.path(0).path("text").asString())
        .contains("the chance of keeping figures-out");
    assertThat(news(id)).containsExactly("predicted figures-out");
    assertThat(told.path("history").size()).isEqualTo(2);
    end(id);
  }

  private static List<String> news(String id) {
    return SERVER
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("select occasion || ' ' || subject from news where run = :run")
                .bind("run", RunId.parse(id).value())
                .mapTo(String.class)
                .list());
  }

  @Test
  void theListHasTheDeadlinesOfLiveRunsTheFirstOneFirst() throws InterruptedException {
    var id = waiting();

    var items = get("/forecasts?workflow=nightly").path("items");

    var mine =
        IntStream.range(0, items.size())
            .mapToObj(items::path)
            .filter(item -> item.path("about").path("run").asString().equals(id))
            .map(item -> item.path("deadline").asString())
            .toList();
    assertThat(mine).containsExactly("figures-out", "all-done");
    assertThat(get("/forecasts?workflow=idle").path("items").size()).isZero();
    assertThat(get("/forecasts?below=50").toString()).doesNotContain("all-done");
    assertThat(VIEWER.get("/api/v1/forecasts?below=101").status()).isEqualTo(400);
    end(id);
  }

  @Test
  void whatWouldBeOtherwiseIsComparedWithTheSameDraws() throws InterruptedException {
    var id = waiting();

    var longer = get("/forecasts/what-if?longer=nightly/load=12h").path("items");

    var mine = new ArrayList<JsonNode>();
    for (var item : longer) {
      if (item.path("about").path("run").asString().equals(id)) mine.add(item);
    }
    assertThat(mine).extracting(item -> item.path("deadline").asString()).contains("all-done");
    var done = mine.getLast();
    assertThat(done.path("now").path("chance").asDouble()).isGreaterThan(0.95);
    assertThat(done.path("then").path("chance").asDouble()).isLessThan(0.05);
    assertThat(get("/forecasts/what-if?pool=ledger=1").path("items").size()).isZero();
    var unknown = VIEWER.get("/api/v1/forecasts/what-if?pool=nowhere=1");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.detail()).isEqualTo("there is no pool 'nowhere'; there are: ledger");
    for (var wrong :
        List.of(
            "",
            "?longer=load=12h",
            "?longer=nightly/load=soon",
            "?pool=ledger",
            "?down=ledger@noon",
            "?when=now")) {
      var refused = VIEWER.get("/api/v1/forecasts/what-if" + wrong);
      assertThat(refused.status()).as(wrong + refused.body()).isEqualTo(400);
    }
    end(id);
  }

  @Test
  void aPostMortemAddsUpToTheMinute() throws InterruptedException {
    var id = waiting();
    var open = get("/runs/%s/post-mortem".formatted(id)).path("items").path(0);
    assertThat(open.path("lateMinutes").isNull()).isTrue();
    OPERATOR.post("/api/v1/runs/%s/tasks/sign/approve".formatted(id), Map.of());
    OPERATOR.await(id, "succeeded");

    var told = get("/runs/%s/post-mortem".formatted(id)).path("items").path(0);

    long late = told.path("lateMinutes").asLong();
    var by = Instant.parse(told.path("by").asString());
    var ended = Instant.parse(told.path("ended").asString());
    assertThat(late).isEqualTo(Math.round(Duration.between(by, ended).toMillis() / 60_000.0));
    long sum = 0;
    for (var part : told.path("parts")) sum += part.path("minutes").asLong();
    assertThat(sum).as(told.toString()).isEqualTo(late);
    assertThat(told.path("parts").findValuesAsString("kind")).contains("work", "margin");
    assertThat(told.path("predicted").size()).isGreaterThan(0);
    assertThat(VIEWER.get("/api/v1/runs/1/post-mortem").status()).isEqualTo(404);
    assertThat(VIEWER.get("/api/v1/runs/1/forecast").status()).isEqualTo(404);
  }

  @Test
  void whatAnHourOfLatenessCostsIsToldWhereAPoolGoesByIt() throws InterruptedException {
    var id = waiting();
    var told = new ArrayList<Event>();
    var inForce = SERVER.services().definitions().inForce();
    var worths = new Worths(new WorthsForeseen(FORESIGHT, inForce), told::add, () -> 0);

    worths.step();
    worths.step();

    assertThat(told).hasSize(1);
    var worth = ((Event.WorthTold) told.getFirst()).all().get(RunId.parse(id));
    assertThat(worth).isNotNull();
    assertThat(worth.perHour()).isEqualTo(250);
    assertThat(worth.unit()).isEqualTo("GBP");
    assertThat(worth.work()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(40));
    assertThat(worth.tails().getFirst()).isEqualTo(worth.work());
    end(id);
  }

  @Test
  void aListOfWhichNoItemHasBegunWaitsForItsPool() throws InterruptedException {
    var keeper = OPERATOR.start(Map.of("workflow", "keeper"));
    OPERATOR.await(keeper, "hold", "running");
    var id = OPERATOR.start(Map.of("workflow", "many"));
    while (!OPERATOR.get("/api/v1/runs/%s/why".formatted(id)).body().contains("pool ledger"))
      Thread.sleep(10);
    foreseen(id);

    var now = get("/runs/%s/forecast".formatted(id)).path("now");

    var chain = now.path("deadlines").path(0).path("chain");
    assertThat(chain.path(0).path("because").asString()).as(chain.toString()).isEqualTo("pool");
    assertThat(chain.path(0).path("of").asString()).isEqualTo("ledger, held by hold of keeper");
    assertThat(now.path("deadlines").path(0).path("line").path("enoughHistory").asBoolean())
        .isFalse();
    OPERATOR.post("/api/v1/runs/%s/cancel".formatted(keeper), Map.of());
    OPERATOR.await(id, "succeeded");
  }

  @Test
  void whyNamesWhoGoesFirstWhereAPoolGoesByWorth() throws InterruptedException {
    var keeper = OPERATOR.start(Map.of("workflow", "keeper"));
    OPERATOR.await(keeper, "hold", "running");
    var dear = waiting();
    OPERATOR.post("/api/v1/runs/%s/tasks/sign/approve".formatted(dear), Map.of());
    while (!why(dear).contains("waits for pool ledger")) Thread.sleep(10);
    var cheap = OPERATOR.start(Map.of("workflow", "many"));
    for (int i = 0; i < 400 && !why(cheap).contains("goes before it"); i++) {
      FORESIGHT.step();
      Thread.sleep(10);
    }

    assertThat(why(cheap))
        .contains("what loses most by waiting goes first: load of %s (nightly)".formatted(dear))
        .contains("GBP 250 for each hour late", "what this run's lateness costs is not known");
    assertThat(why(dear)).doesNotContain("goes before it");
    for (var run : List.of(cheap, dear, keeper)) end(run);
  }

  private static String why(String run) {
    return OPERATOR.get("/api/v1/runs/%s/why".formatted(run)).body();
  }
}
