package outturn.cli.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class WhyNotCommandTest {
  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private void answers(String sentence, String... texts) {
    var reasons = new StringBuilder();
    for (var text : texts) {
      reasons
          .append(reasons.isEmpty() ? "" : ",")
          .append("{\"kind\":\"run\",\"text\":\"%s\"}".formatted(text));
    }
    server.on(
        "GET /workflows/repairs/why-not",
        200,
        "{\"sentence\":\"%s\",\"reasons\":[%s]}".formatted(sentence, reasons));
  }

  @Test
  void theSentenceAloneIsSaidWhenItSaysAll() {
    answers("repairs will not run for 2026-12-25: it ended", "it ended");

    var result = shell.run("why-not", "repairs", "2026-12-25");

    assertThat(result.code()).isZero();
    assertThat(result.out()).isEqualTo("repairs will not run for 2026-12-25: it ended\n");
    assertThat(server.last().call()).isEqualTo("GET /workflows/repairs/why-not?date=2026-12-25");
  }

  @Test
  void allReasonsFollowTheSentence() {
    answers("repairs did not run", "one", "two");

    assertThat(shell.run("why-not", "repairs", "2026-11-01").out())
        .isEqualTo("repairs did not run\n  one\n  two\n");
  }

  @Test
  void whatIsNoDateIsRefused() {
    assertThat(shell.run("why-not", "repairs", "Christmas").code()).isEqualTo(2);
  }
}
