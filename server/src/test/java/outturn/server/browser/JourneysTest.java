package outturn.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api;
import outturn.server.proof.LiveServer;
import outturn.server.proof.Place;

/// Starts a server with work and an outcome on it, and runs the journeys of `web/browser` against
/// it.
final class JourneysTest {
  private static final Path ROOT = Path.of(System.getProperty("outturn.root"));
  private static final LocalDate FIRST_MONTH = LocalDate.of(2024, 1, 1);
  private static final int MONTHS = 30;

  @Test
  void everyJourneyArrives() throws IOException, InterruptedException {
    var place = Place.fresh();
    try (var server = LiveServer.start(place)) {
      var example = ROOT.resolve("examples").resolve("month-end").toString();
      var said = server.says("apply", example);
      assertThat(said.code()).as(said.toString()).isZero();
      server.api().apply("journeys", text("journeys.yaml"));
      assertThat(server.api().post("/measures/waiting-days/observations", waits()).status())
          .isEqualTo(200);
      travel(server.api());
    } finally {
      place.remove();
    }
  }

  /// Values of the past, spread around nine days without any chance.
  private static Map<String, Object> waits() {
    List<Map<String, Object>> values =
        IntStream.range(0, MONTHS)
            .mapToObj(month ->
                Map.<String, Object>of(
                    "period",
                    FIRST_MONTH.plusMonths(month).toString(),
                    "value",
                    9 + (month * 7 % 5 - 2) / 4.0))
            .toList();
    return Map.of("observations", values);
  }

  private static void travel(Api api) throws IOException, InterruptedException {
    var command =
        new ProcessBuilder(
                "node", "node_modules/vitest/vitest.mjs", "run", "--config", "browser.config.ts")
            .directory(ROOT.resolve("web").toFile())
            .redirectErrorStream(true);
    command.environment().put("OUTTURN_URL", api.url());
    command.environment().put("OUTTURN_TOKEN", api.token());
    command.environment().put("NO_COLOR", "1");
    var journeys = command.start();
    journeys.getOutputStream().close();
    var said = new String(journeys.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(said);
    assertThat(journeys.waitFor()).as(said).isZero();
  }

  private static String text(String file) throws IOException {
    try (InputStream found =
        Objects.requireNonNull(JourneysTest.class.getResourceAsStream(file), file)) {
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
