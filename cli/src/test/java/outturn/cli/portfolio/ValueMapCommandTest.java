package outturn.cli.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class ValueMapCommandTest {
  private static final String MAP =
      """
      {"sentence":"1 lever and 0 outputs lead to 1 outcome.",
       "nodes":[
        {"id":"outcome:one-visit","kind":"outcome","name":"one-visit","title":"One visit","note":"ada","known":{"element":null,"measures":["m"],"measured":true}},
        {"id":"lever:one-visit/course","kind":"lever","name":"course","title":"A course","note":"ada","known":{"element":"people","measures":[],"measured":false}}],
       "edges":[{"from":"lever:one-visit/course","to":"outcome:one-visit","sign":"helps","strength":null,
        "ground":{"because":"a trial","assumptions":[],"said":true},"sentence":"3 points (1 to 6), because a trial"}],
       "findings":[{"id":"ELE-1","verdict":"fail","text":"No lever of process leads to it.","todo":"Say what process will do.","about":["outcome:one-visit"]}]}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theMapIsToldNodeByNodeThenItsFindings() {
    server.on("GET /value-map", 200, MAP);

    assertThat(shell.run("value-map").out())
        .isEqualTo(
            """
            1 lever and 0 outputs lead to 1 outcome.

            lever
              A course (people), not measured
                → One visit: 3 points (1 to 6), because a trial

            outcome
              One visit

            ELE-1 fail: No lever of process leads to it.
              Say what process will do.
            """);
    assertThat(shell.run("value-map", "--json").out()).contains("\"findings\"");
  }

  @Test
  void theMapIsWrittenAsAPicture(@TempDir Path folder) throws Exception {
    server.on("GET /value-map", 200, MAP);
    server.onText("GET /value-map.svg", "image/svg+xml", "<svg/>");
    var file = folder.resolve("map.svg");

    var ran = shell.run("value-map", "--outcome", "one-visit", "--svg", file.toString());

    assertThat(ran.err()).contains("wrote the map to " + file);
    assertThat(Files.readString(file)).isEqualTo("<svg/>");
    assertThat(server.last().call())
        .isEqualTo("GET /value-map.svg?outcome=one-visit&standalone=true");
    assertThat(
            shell.run("value-map", "--outcome", "one-visit", "--svg", folder + "/no/map.svg").err())
        .contains("cannot write the map");
  }

  @Test
  void anUnknownOutcomeIsRefused() {
    server.refuses("GET /value-map", 404, "not-found", "no outcome 'x'; there is one-visit", "");

    var ran = shell.run("value-map", "--outcome", "x");

    assertThat(ran.err()).contains("no outcome 'x'");
    assertThat(ran.out()).isEmpty();
  }
}
