package outturn.cli.evidence.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChangePointCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (var name : List.of("nile.csv", "seatbelts.csv")) {
      try (InputStream in =
          getClass().getResourceAsStream("/outturn/cli/evidence/reference/" + name)) {
        Files.copy(Objects.requireNonNull(in), folder.resolve(name));
      }
    }
    Files.writeString(folder.resolve("short.csv"), "v\n1\n2\n1\n");
    Files.writeString(folder.resolve("zero.csv"), "v\n" + "1\n0\n3\n".repeat(8));
  }

  @Test
  void aChangeIsAQuestionAndNoClaim() {
    var result = run("nile.csv --date year --value volume");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("100 values from 1871 to 1970, one each year, method: pelt.")
        .containsPattern("1898 +1097\\.75 +849\\.97 +What happened between 1898 and 1899\\?")
        .contains("Ask those who were there.");
  }

  @Test
  void aRegressionTellsTheRangeOfTheDate() {
    var words = "nile.csv --date year --value volume --method regression";
    var json = json(words + " --json");

    var change = json.get("changes").get(0);
    assertThat(change.get("lastBefore").asString()).isEqualTo("1898");
    assertThat(change.get("range").get(0).asString()).isEqualTo("1895");
    assertThat(change.get("range").get(1).asString()).isEqualTo("1902");
    assertThat(change.get("question").asString()).isEqualTo("What happened between 1898 and 1899?");
    assertThat(json.get("candidates").get(1).get("bic").asDouble())
        .isCloseTo(1270.084, within(.001));
    assertThat(json.get("tests").get("supF").get("statistic").asDouble())
        .isCloseTo(75.93, within(.001));
    assertThat(run(words).out()).containsPattern("1898 +1895 to 1902").contains("The least BIC");
  }

  @Test
  void logarithmsHaveGeometricMeans() {
    var words = "seatbelts.csv --date year,month --value drivers --log --method regression";
    var json = json(words + " --lags 1,12 --minimum 0.1 --max-breaks 2 --json");

    assertThat(json.get("scale").asString()).isEqualTo("log");
    assertThat(json.get("n").asInt()).isEqualTo(180);
    assertThat(json.get("candidates").get(2).get("lastBefore").toString())
        .isEqualTo("[\"1973-10\",\"1983-01\"]");
    // R: exp(mean(log(UKDriverDeaths)[13:192])).
    assertThat(json.get("segments").get(0).get("mean").asDouble())
        .isCloseTo(1645.871, within(.001));
  }

  @Test
  void theChartHasTheQuestions() throws IOException {
    var result = run("nile.csv --date year --value volume --method regression --svg nile.svg");

    assertThat(result.err()).isEqualTo("wrote the chart to nile.svg\n");
    assertThat(Files.readString(folder.resolve("nile.svg")))
        .contains("<svg", ">volume<", "What happened between 1898 and 1899?", ">1899<");
  }

  @ParameterizedTest
  @CsvSource({
    "short.csv --value v, 1, too-few",
    "nile.csv --value volume --minimum 80, 1, out-of-range",
    "nile.csv --value volume --minimum 1.5, 2, a share below 1",
    "nile.csv --value volume --minimum -1, 2, a share below 1",
    "nile.csv --value volume --lags 1, 2, add --method regression",
    "nile.csv --value volume --method regression --lags 0, 1, out-of-range",
    "nile.csv --value volume --method regression --level 2, 1, out-of-range",
    "nile.csv --value volume --method regression --max-breaks 99, 1, out-of-range",
    "nile.csv --value volume --method magic, 2, 'pelt, regression'",
    "zero.csv --value v --log, 1, leave --log out",
  })
  void whatCannotBeIsRefused(String words, int code, String told) {
    var result = run(words);

    assertThat(result.code()).as(result.toString()).isEqualTo(code);
    assertThat(result.err()).contains(told);
  }

  private Shell.Result run(String words) {
    return new Shell().in(folder).run(("evidence changepoint " + words).split(" ", -1));
  }

  private JsonNode json(String words) {
    var result = run(words);
    assertThat(result.code()).as(result.toString()).isZero();
    return new JsonMapper().readTree(result.out());
  }
}
