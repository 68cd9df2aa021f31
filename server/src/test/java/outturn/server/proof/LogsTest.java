package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// In a server with little memory.
class LogsTest {
  private static final int TEN_MEGABYTES = 10 << 20;
  private static final int LIMIT = 16 << 20;
  private static final Place PLACE = Place.fresh();
  private static final ChildServer SERVER = ChildServer.start(PLACE, "160m");
  private static final Api API = SERVER.api();

  @BeforeAll
  static void apply() {
    API.apply(
        "logs",
        """
        kind: workflow
        name: one-long-line
        tasks:
          say: {shell: "head -c 10485760 /dev/zero | tr '\\\\0' x; echo; echo done"}
        ---
        kind: workflow
        name: too-much
        tasks:
          say:
            shell: |
              line=$(head -c 999 /dev/zero | tr '\\0' y)
              yes "$line" | head -n 20000
              echo "lines=20000" > "$OUTTURN_OUTPUTS"
            outputs: {lines: int}
          next: {needs: [say], run: [echo, "${string(tasks.say.outputs.lines)}"]}
        """);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    PLACE.remove();
  }

  @Test
  void aLineOfTenMegabytesIsStoredAndReadInPieces() {
    var run = API.start("one-long-line");

    assertThat(API.ended(run).path("state").asString()).isEqualTo("succeeded");
    var lines = API.log(run);
    assertThat(lines.getLast().path("text").asString()).isEqualTo("done");
    var text = String.join("", texts(lines.subList(0, lines.size() - 1)));
    assertThat(text.length()).isEqualTo(TEN_MEGABYTES);
    assertThat(text.chars().allMatch(each -> each == 'x')).isTrue();
    var said = new Shell(PLACE).run("logs", run, "--raw").out();
    assertThat(said.chars().filter(each -> each == 'x').count()).isEqualTo(TEN_MEGABYTES);
    assertThat(said.substring(said.length() - 6)).isEqualTo("\ndone\n");
  }

  @Test
  void aLogBeyondItsLimitEndsWithAMarkAndTheTaskGoesOn() {
    var run = API.start("too-much");

    var ended = API.ended(run);
    assertThat(ended.path("state").asString()).isEqualTo("succeeded");
    assertThat(Api.task(ended, "say").at("/attempts/0/outputs/lines").intValue()).isEqualTo(20_000);
    var lines = API.log(run);
    var said = lines.stream().filter(line -> line.path("stream").asString().equals("out")).toList();
    assertThat(texts(said).stream().mapToInt(line -> line.length() + 1).sum())
        .isBetween(LIMIT, LIMIT + 10);
    assertThat(texts(lines))
        .containsOnlyOnce("[the log ends here: it is limited to 16777216 bytes; the task goes on]")
        .endsWith("20000");
  }

  private static List<String> texts(List<JsonNode> lines) {
    return lines.stream().map(line -> line.path("text").asString()).toList();
  }
}
