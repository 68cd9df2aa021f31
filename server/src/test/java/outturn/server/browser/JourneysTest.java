package outturn.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Runs the journeys of `web/browser` through a [Scene].
final class JourneysTest {
  private static final Path ROOT = Path.of(System.getProperty("outturn.root"));

  @Test
  void everyJourneyArrives() throws IOException, InterruptedException {
    try (var scene = Scene.set()) {
      travel(scene);
    }
  }

  private static void travel(Scene scene) throws IOException, InterruptedException {
    var command =
        new ProcessBuilder(
                "node", "node_modules/vitest/vitest.mjs", "run", "--config", "browser.config.ts")
            .directory(ROOT.resolve("web").toFile())
            .redirectErrorStream(true);
    var told = command.environment();
    told.put("OUTTURN_URL", scene.api().url());
    told.put("OUTTURN_TOKEN", scene.api().token());
    told.put("OUTTURN_FIRST_PASSWORD", scene.firstPassword());
    told.put("OUTTURN_SURVEY_LINKS", String.join(" ", scene.surveyLinks()));
    told.put("NO_COLOR", "1");
    var journeys = command.start();
    journeys.getOutputStream().close();
    var said = new String(journeys.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(said);
    assertThat(journeys.waitFor()).as(said).isZero();
  }
}
