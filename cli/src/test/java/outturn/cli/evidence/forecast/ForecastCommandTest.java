package outturn.cli.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForecastCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (var name : new String[] {"nile", "seatbelts"}) {
      try (InputStream in = getClass().getResourceAsStream("/evidence/" + name + ".csv")) {
        Files.copy(Objects.requireNonNull(in), folder.resolve(name + ".csv"));
      }
    }
    Files.writeString(folder.resolve("short.csv"), "d,v\n2026-W51,1\n2026-W52,2\n2026-W53,4\n");
    Files.writeString(folder.resolve("flat.csv"), "v\n3\n3\n3\n3\n3\n");
  }

  @Test
  void theNileIsForecastAsByR() {
    var json = json("nile.csv --date year --value volume --horizon 3 --method theta --json");

    // reference-values.csv, nile_theta; the third is in its specification.
    assertThat(json.get("method").asString()).isEqualTo("theta");
    var ahead = json.get("ahead");
    assertThat(ahead.size()).isEqualTo(3);
    assertThat(ahead.get(0).get("period").asString()).isEqualTo("1971");
    assertThat(ahead.get(0).get("point").asDouble()).isCloseTo(799.812, within(.1));
    assertThat(ahead.get(2).get("point").asDouble()).isCloseTo(797.10, within(.1));
    assertThat(ahead.get(0).get("basis").asString()).isEqualTo("conformal");
    assertThat(json.get("weights").get("level").asDouble()).isCloseTo(.2457, within(5e-4));
    assertThat(json.get("backtest").get("origins").asInt()).isEqualTo(60);
    assertThat(json.get("season").asInt()).isOne();
    assertThat(json.get("aim").isNull()).isTrue();
  }

  @Test
  void theSeasonOfMonthsIsAYear() throws IOException {
    var words =
        "seatbelts.csv --date year,month --value drivers --horizon 12 --target 1200"
            + " --better lower --svg out.svg";

    var json = json(words + " --json");

    assertThat(json.get("season").asInt()).isEqualTo(12);
    assertThat(json.get("ahead").get(11).get("period").asString()).isEqualTo("1985-12");
    assertThat(json.get("aim").get("period").asString()).isEqualTo("1985-12");
    assertThat(json.get("aim").get("chance").asDouble()).isBetween(.0, .5);
    assertThat(run(words).out())
        .contains("Forecast of drivers", "192 values from 1969-01 to 1984-12", "PERIOD", "1985-12")
        .contains(
            "earlier forecasts", "Chance that 1985-12 is 1200 or less: 2 %, less than 1 in 10.")
        .contains("not testable");
    assertThat(Files.readString(folder.resolve("out.svg")))
        .contains("outturn-band", "outturn-target", "range of 95 %", "range of 80 %");
  }

  @Test
  void fewValuesDriftOnAndWeeksCountIntoTheNextYear() {
    var json = json("short.csv --date d --value v --horizon 2 --json");

    assertThat(json.get("method").asString()).isEqualTo("drift");
    assertThat(json.get("ahead").get(0).get("period").asString()).isEqualTo("2027-W01");
    assertThat(json.get("ahead").get(0).get("point").asDouble()).isCloseTo(5.5, within(1e-9));
    assertThat(json.get("ahead").get(0).get("basis").asString()).isEqualTo("rough");
    assertThat(json.get("backtest").get("coverage").isNull()).isTrue();
    assertThat(json.get("weights").get("level").isNull()).isTrue();
    assertThat(run("short.csv --date d --value v --horizon 2").out())
        .contains("the model, rough", "There are no earlier forecasts");
  }

  @ParameterizedTest
  @CsvSource({
    "nile.csv --value volume, 2, --horizon",
    "nile.csv --value volume --horizon 0, 1, out-of-range",
    "nile.csv --value volume --horizon 3 --level 1.5, 1, out-of-range",
    "nile.csv --value volume --horizon 3 --season 0, 1, out-of-range",
    "nile.csv --value volume --horizon 3 --method arima, 2, expected one of auto",
    "nile.csv --value volume --horizon 3 --target 900, 2, go together",
    "nile.csv --value volume --horizon 3 --better higher, 2, go together",
    "nile.csv --value volume --horizon 3 --target NaN --better higher, 2, expected a number",
    "nile.csv --value flow --horizon 3, 1, missing-column",
    "flat.csv --value v --horizon 3, 1, constant",
    "short.csv --value v --horizon 3 --method ets, 1, too-few",
  })
  void whatCannotBeUsedIsRefusedWithItsReason(String words, int code, String reason) {
    var result = run(words);

    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err()).contains(reason);
  }

  private JsonNode json(String words) {
    return new JsonMapper().readTree(run(words).out());
  }

  private Shell.Result run(String words) {
    return new Shell().in(folder).run(("evidence forecast " + words).split(" "));
  }
}
