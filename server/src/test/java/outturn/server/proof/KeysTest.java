package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Answer;

class KeysTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();

  @BeforeAll
  static void apply() {
    API.apply(
        "keys",
        """
        kind: workflow
        name: keyed
        inputs: {n: {type: int, default: 0}}
        tasks: {done: {}}
        ---
        kind: workflow
        name: many
        tasks: {done: {}, then: {needs: [done]}}
        """);
  }

  @Test
  void aRequestThatIsRepeatedWithItsKeyStartsOneRun() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers =
          threads.invokeAll(Collections.nCopies(8, (Callable<Answer>) () -> start("nightly", 1)));

      assertThat(answers)
          .extracting(each -> each.resultNow().good().path("id").asString())
          .containsOnly(start("nightly", 1).good().path("id").asString());
    }
    assertThat(API.all("/runs?workflow=keyed"))
        .filteredOn(run -> API.run(run.path("id").asString()).at("/inputs/n").intValue() == 1)
        .hasSize(1);
  }

  @Test
  void anotherRequestWithTheSameKeyIsRefused() {
    start("weekly", 2).good();

    var other = start("weekly", 3);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-conflict");
    assertThat(other.detail()).contains("'weekly'");
  }

  private static Answer start(String key, int n) {
    return API.post(
        "/runs",
        Map.of("workflow", "keyed", "inputs", Map.of("n", n)),
        Map.of("Idempotency-Key", key));
  }

  @Test
  void aThousandRunsAreStartedTogetherAndAThousandAndOneAreRefused() {
    var answer = API.post("/runs", Map.of("runs", wishes(1_000)));

    assertThat(answer.status()).isEqualTo(201);
    var ids = answer.json().path("runs").valueStream().map(run -> run.path("id").asString());
    assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
    Patience.until(
        "all succeed",
        () -> API.all("/runs?workflow=many&state=succeeded").size(),
        succeeded -> succeeded == 1_000);

    var refused = API.post("/runs", Map.of("runs", wishes(1_001)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).contains("1 to 1000 runs, not 1001");
    assertThat(API.all("/runs?workflow=many")).hasSize(1_000);
  }

  @Test
  void aBatchWithOneUnknownWorkflowStartsNothing() {
    var wishes = List.of(Map.of("workflow", "keyed"), Map.of("workflow", "keyd"));

    var refused = API.post("/runs", Map.of("runs", wishes));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.detail()).contains("'keyd'").contains("'keyed'");
    assertThat(API.all("/runs?workflow=keyed"))
        .noneMatch(run -> API.run(run.path("id").asString()).at("/inputs/n").intValue() == 0);
  }

  private static List<Map<String, String>> wishes(int count) {
    return Collections.nCopies(count, Map.of("workflow", "many"));
  }
}
