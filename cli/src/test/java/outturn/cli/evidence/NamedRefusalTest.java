package outturn.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.Shell;
import tools.jackson.databind.json.JsonMapper;

/// Every kind of bad input by name: what each command on a series says of it, never an exception.
class NamedRefusalTest {
  private static final Map<String, String> COMMANDS =
      Map.of(
          "its", "its in.csv --date d --value v --intervention 2015",
          "bsts", "bsts in.csv --date d --value v --pre 2001:2014 --post 2015:2018 --draws 100",
          "xmr", "xmr in.csv --date d --value v",
          "pelt", "changepoint in.csv --date d --value v",
          "regression", "changepoint in.csv --date d --value v --method regression");

  @TempDir Path folder;

  @BeforeEach
  void good() throws IOException {
    write(row -> "%d,%d,%d,%d,5".formatted(2001 + row, row * 7 % 11, row * 5 % 9, row * 10 % 18));
  }

  /// Twenty years from 2001 on.
  private void write(RowText text) throws IOException {
    var rows = IntStream.range(0, 20).mapToObj(text::of).filter(row -> !row.isEmpty());
    Files.writeString(
        folder.resolve("in.csv"), rows.collect(Collectors.joining("\n", "d,v,a,b,c\n", "\n")));
  }

  private interface RowText {
    String of(int row);
  }

  @ParameterizedTest
  @CsvSource({"its", "bsts", "xmr", "pelt", "regression"})
  void goodInputIsAnswered(String command) {
    assertThat(run(command, "").code()).as(command).isZero();
  }

  @ParameterizedTest
  @CsvSource({"its, too-few", "bsts, outside-the-data", "pelt, too-few", "regression, too-few"})
  void tooFewPoints(String command, String reason) throws IOException {
    write(row -> row < 10 || row > 15 ? "" : "%d,%d,1,1,1".formatted(2001 + row, row));

    assertThat(reason(run(command, ""))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"bsts, too-few"})
  void tooFewPointsBeforeTheChange(String command, String reason) throws IOException {
    write(row -> "%d,%s,1,1,1".formatted(2001 + row, row < 12 ? "" : row));

    assertThat(reason(run(command, ""))).isEqualTo(reason);
  }

  /// A control chart shows what there is, and says that it has no limits.
  @ParameterizedTest
  @CsvSource({"1, no-limits", "5, few-points"})
  void tooFewPointsOfAControlChart(int rows, String warning) throws IOException {
    write(row -> row < rows ? "%d,%d,1,1,1".formatted(2001 + row, row * 7 % 11) : "");

    assertThat(run("xmr", "").out()).contains("\"name\" : \"%s\"".formatted(warning));
  }

  @ParameterizedTest
  @CsvSource({"its, constant", "bsts, constant", "pelt, constant", "regression, constant"})
  void aConstantSeries(String command, String reason) throws IOException {
    write(row -> "%d,5,1,1,1".formatted(2001 + row));

    assertThat(reason(run(command, ""))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"xmr, constant"})
  void aConstantSeriesOfAControlChart(String command, String warning) throws IOException {
    write(row -> "%d,5,1,1,1".formatted(2001 + row));

    assertThat(run(command, "").out()).contains("\"name\" : \"%s\"".formatted(warning));
  }

  @ParameterizedTest
  @CsvSource({"its", "bsts", "xmr", "pelt", "regression"})
  void allMissing(String command) throws IOException {
    write(row -> "%d,%s,1,1,1".formatted(2001 + row, row % 2 == 0 ? "NaN" : ""));

    assertThat(reason(run(command, ""))).isEqualTo("empty");
  }

  @ParameterizedTest
  @CsvSource({
    "its in.csv --date d --value v --intervention 1999",
    "its in.csv --date d --value v --intervention 2021",
    "bsts in.csv --date d --value v --pre 1999:2014 --post 2015:2018",
    "bsts in.csv --date d --value v --pre 2001:2014 --post 2015:2030",
    "xmr in.csv --date d --value v --phases 2021"
  })
  void anInterventionOutsideTheData(String words) {
    assertThat(reason(shell(words))).isEqualTo("outside-the-data");
  }

  /// Of two controls that are the same but for their unit, `bsts` needs only one, and says so by
  /// how often each counts; a constant one is nothing to it.
  @ParameterizedTest
  @CsvSource({"its, 'a,b', collinear", "its, c, collinear", "bsts, c, constant"})
  void collinearControls(String command, String controls, String reason) {
    assertThat(reason(run(command, " --controls " + controls))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"bsts"})
  void collinearControlsOfWhichEitherMayCount(String command) {
    assertThat(run(command, " --controls a,b").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"its", "bsts", "xmr", "pelt", "regression"})
  void whatIsNoNumber(String command) throws IOException {
    write(row -> "%d,%s,1,1,1".formatted(2001 + row, row == 7 ? "much" : row * 7 % 11));
    assertThat(reason(run(command, ""))).isEqualTo("not-a-number");

    write(row -> "%d,%s,1,1,1".formatted(2001 + row, row == 7 ? "1e60" : row * 7 % 11));
    assertThat(reason(run(command, ""))).isEqualTo("out-of-range");

    write(row -> "%d,%s,1,1,1".formatted(2001 + row, row == 7 ? "NaN" : row * 7 % 11));
    assertThat(run(command, "").code()).as("NaN is a missing value").isZero();
  }

  @ParameterizedTest
  @CsvSource({"its", "bsts", "xmr", "pelt", "regression"})
  void duplicatePeriods(String command) throws IOException {
    write(row -> "%d,%d,1,1,1".formatted(row == 7 ? 2007 : 2001 + row, row * 7 % 11));

    assertThat(reason(run(command, ""))).isEqualTo("duplicate-period");
  }

  @ParameterizedTest
  @CsvSource({"its", "bsts", "xmr", "pelt", "regression"})
  void irregularDates(String command) throws IOException {
    write(row -> row == 7 ? "" : "%d,%d,1,1,1".formatted(2001 + row, row * 7 % 11));

    assertThat(reason(run(command, ""))).isEqualTo("irregular-periods");
  }

  private Shell.Result run(String command, String more) {
    return shell(Objects.requireNonNull(COMMANDS.get(command)) + more);
  }

  private Shell.Result shell(String words) {
    return new Shell().in(folder).run(("evidence " + words + " --json").split(" ", -1));
  }

  private static String reason(Shell.Result result) {
    assertThat(result.code()).as(result.toString()).isOne();
    return new JsonMapper().readTree(result.out()).path("refusal").path("reason").asString();
  }
}
