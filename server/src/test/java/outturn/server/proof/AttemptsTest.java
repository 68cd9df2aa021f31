package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AttemptsTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();

  private static final String PROJECT =
      """
      kind: pool
      name: single-file
      size: 1
      ---
      kind: workflow
      name: promises
      tasks:
        count: {shell: "echo a=1 > $OUTTURN_OUTPUTS", outputs: {a: int, b: int}}
      ---
      kind: workflow
      name: tries
      inputs: {counter: {}, wanted: {}}
      tasks:
        work:
          shell: |
            echo x >> "$COUNTER"
            n=$(wc -l < "$COUNTER")
            echo "try $n"
            [ $n -ge $WANTED ] || exit 75
          env: {COUNTER: "${inputs.counter}", WANTED: "${inputs.wanted}"}
          retry: {attempts: 3, delay: 10ms, on: [75]}
      ---
      kind: workflow
      name: wrong-code
      tasks: {work: {shell: exit 9, retry: {attempts: 3, delay: 10ms, on: [75, timeout]}}}
      ---
      kind: workflow
      name: family
      inputs: {pids: {}}
      tasks:
        work:
          shell: (sleep 300 & echo $! >> "$PIDS"; wait) & echo $$ >> "$PIDS"; wait
          env: {PIDS: "${inputs.pids}"}
      ---
      kind: workflow
      name: short-family
      inputs: {pids: {}}
      tasks:
        work:
          shell: (sleep 300 & echo $! >> "$PIDS"; wait) & echo $$ >> "$PIDS"; wait
          env: {PIDS: "${inputs.pids}"}
          timeout: 1s
      ---
      kind: workflow
      name: one-by-one
      inputs: {gate: {}}
      tasks:
        work:
          shell: while [ ! -e "$GATE" ]; do sleep 0.05; done
          env: {GATE: "${inputs.gate}"}
          pools: {single-file: 1}
      ---
      kind: workflow
      name: whispers
      tasks:
        tell:
          shell: |
            echo "the key is $KEY."
            echo "again: $KEY" >&2
            exit 3
          env: {KEY: "${secrets.vault_key}"}
        promise:
          shell: echo "count=$KEY" > "$OUTTURN_OUTPUTS"
          env: {KEY: "${secrets.vault_key}"}
          outputs: {count: int}
      ---
      kind: workflow
      name: odd-bytes
      tasks: {say: {shell: "printf 'a\\\\0b\\\\377c' >&2; exit 1"}}
      ---
      kind: workflow
      name: keyless
      tasks: {open: {shell: "true", env: {KEY: "${secrets.nowhere}"}}}
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void apply() {
    API.secret("vault-key", "s3cr3t-w0rd");
    API.apply("attempts", PROJECT);
  }

  @Test
  void anOutputThatWasPromisedAndNotWrittenFailsItsTask() {
    var run = API.start("promises");

    assertThat(API.ended(run).path("state").asString()).isEqualTo("failed");
    assertThat(failure(run, "count").path("kind").asString()).isEqualTo("output");
    assertThat(failure(run, "count").path("message").asString())
        .contains("'b'")
        .contains("promised");
    assertThat(SERVER.says("show", run).out())
        .contains("failed")
        .contains("count failed: " + failure(run, "count").path("message").asString());
  }

  @Test
  void anExitCodeThatIsToBeRepeatedIsRepeatedUntilItSucceeds() {
    var inputs = Map.<String, Object>of("counter", path("counter"), "wanted", "3");
    var run = API.start("tries", inputs);

    assertThat(API.ended(run).path("state").asString()).isEqualTo("succeeded");
    assertThat(attempts(run, "work"))
        .extracting(AttemptsTest::state)
        .containsExactly("failed", "failed", "succeeded");
    assertThat(attempts(run, "work"))
        .extracting(attempt -> attempt.path("exitCode").intValue())
        .containsExactly(75, 75, 0);
    assertThat(SERVER.says("logs", run, "work", "--attempt", "2", "--raw").out())
        .contains("try 2")
        .doesNotContain("try 1", "try 3");
  }

  @Test
  void whenAllAttemptsAreUsedTheTaskHasFailed() {
    var inputs = Map.<String, Object>of("counter", path("counter"), "wanted", "4");
    var run = API.start("tries", inputs);

    assertThat(API.ended(run).path("state").asString()).isEqualTo("failed");
    assertThat(attempts(run, "work")).hasSize(3);
  }

  @Test
  void anotherExitCodeIsNotRepeated() {
    var run = API.start("wrong-code");

    assertThat(API.ended(run).path("state").asString()).isEqualTo("failed");
    assertThat(attempts(run, "work"))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.path("exitCode").intValue()).isEqualTo(9));
    assertThat(SERVER.says("show", run).out()).contains("failed: exit code 9");
  }

  @Test
  void aTimeoutEndsTheProcessWithAllItsChildren() {
    var pids = folder.resolve("pids");
    var run = API.start("short-family", Map.of("pids", pids.toString()));

    assertThat(API.ended(run).path("state").asString()).isEqualTo("failed");
    assertThat(failure(run, "work").path("kind").asString()).isEqualTo("timeout");
    assertThat(failure(run, "work").path("message").asString()).contains("timeout of 1s");
    assertThat(processes(pids)).hasSize(2).noneMatch(AttemptsTest::isAlive);
  }

  @Test
  void cancellingEndsTheProcessWithAllItsChildren() {
    var pids = folder.resolve("pids");
    var run = API.start("family", Map.of("pids", pids.toString()));
    var running = Patience.until("both run", () -> processes(pids), all -> all.size() == 2);
    assertThat(running).allMatch(AttemptsTest::isAlive);

    var said = SERVER.says("cancel", run, "--reason", "wrong file");

    assertThat(said.code()).isZero();
    var ended = API.ended(run);
    assertThat(ended.path("state").asString()).isEqualTo("cancelled");
    assertThat(ended.path("cancelledBy").asString()).isEqualTo("admin");
    assertThat(processes(pids)).noneMatch(AttemptsTest::isAlive);
    assertThat(SERVER.says("cancel", run).err()).contains("the run is over: it was cancelled");
  }

  @Test
  void aPoolOfOneLetsOneRunWorkAndNamesItToTheOther() throws Exception {
    var gates = List.of(folder.resolve("one"), folder.resolve("two"));
    var first = API.start("one-by-one", Map.of("gate", gates.getFirst().toString()));
    API.task(first, "work", "running");
    var second = API.start("one-by-one", Map.of("gate", gates.getLast().toString()));
    API.task(second, "work", "ready");

    var why = SERVER.says("why", second).out();
    assertThat(why)
        .contains("waits for pool single-file: 1 of 1 is held by " + first + " (one-by-one)");
    assertThat(API.get("/runs/" + second + "/why").good().at("/reasons/0/holders/0/run").asString())
        .isEqualTo(first);

    Files.createFile(gates.getLast());
    Files.createFile(gates.getFirst());
    API.ended(first);
    API.ended(second);
    var former = attempts(first, "work").getFirst();
    var latter = attempts(second, "work").getFirst();
    assertThat(latter.path("started").asString())
        .isGreaterThanOrEqualTo(former.path("ended").asString());
  }

  @Test
  void aSecretIsMaskedInTheLogAndInTheMessageOfAFailure() {
    var run = API.start("whispers");
    API.ended(run);

    assertThat(failure(run, "promise").path("message").asString()).contains("***");
    assertThat(SERVER.says("logs", run, "tell", "--raw").out())
        .contains("the key is ***.")
        .contains("again: ***");
    for (var seen :
        List.of(
            API.log(run).toString(),
            API.run(run).toString(),
            SERVER.says("show", run).out(),
            SERVER.says("logs", run).out())) {
      assertThat(seen).doesNotContain("s3cr3t");
    }
  }

  @Test
  void aSecretThatIsNotSetFailsTheTaskAndIsNamed() {
    var run = API.start("keyless");

    assertThat(API.ended(run).path("state").asString()).isEqualTo("failed");
    assertThat(SERVER.says("show", run).out()).contains("open failed:").contains("nowhere");
  }

  @Test
  void bytesThatAreNotTextDoNotKeepATaskFromFailing() {
    var run = API.start("odd-bytes");

    assertThat(API.ended(run).path("state").asString()).isEqualTo("failed");
    assertThat(failure(run, "say").path("message").asString()).contains("exit code 1");
    assertThat(SERVER.says("logs", run).out()).contains("a").contains("c");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static List<JsonNode> attempts(String run, String task) {
    var attempts = Api.task(API.run(run), task).path("attempts");
    return StreamSupport.stream(attempts.spliterator(), false).toList();
  }

  private static String state(JsonNode attempt) {
    return attempt.path("state").asString();
  }

  private static JsonNode failure(String run, String task) {
    return attempts(run, task).getLast().path("failure");
  }

  private static List<Long> processes(Path pids) {
    try {
      if (Files.notExists(pids)) return List.of();
      return Files.readAllLines(pids).stream().map(Long::valueOf).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isAlive(long pid) {
    // One that has ended stays listed until its parent asks; with nobody to ask, it stays.
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }
}
