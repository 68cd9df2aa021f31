package outturn.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import outturn.server.proof.LiveServer;
import outturn.server.proof.Place;

/// Starts a server with two of the examples, and runs the journeys of `web/browser` against it.
final class JourneysTest {
  private static final Path ROOT = Path.of(System.getProperty("outturn.root"));

  @Test
  void everyJourneyArrives() throws IOException, InterruptedException {
    var place = Place.fresh();
    try (var server = LiveServer.start(place)) {
      for (var example : new String[] {"month-end", "no-effect"}) {
        var said = server.says("apply", ROOT.resolve("examples").resolve(example).toString());
        assertThat(said.code()).as(said.toString()).isZero();
      }
      var api = server.api();
      var process =
          new ProcessBuilder(
                  "node", "node_modules/vitest/vitest.mjs", "run", "--config", "browser.config.ts")
              .directory(ROOT.resolve("web").toFile())
              .redirectErrorStream(true);
      process.environment().put("OUTTURN_URL", api.url());
      process.environment().put("OUTTURN_TOKEN", api.token());
      process.environment().put("NO_COLOR", "1");
      var journeys = process.start();
      journeys.getOutputStream().close();
      var said = new String(journeys.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      System.out.println(said);
      assertThat(journeys.waitFor()).as(said).isZero();
    } finally {
      place.remove();
    }
  }
}
