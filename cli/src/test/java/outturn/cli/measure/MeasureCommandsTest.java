package outturn.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class MeasureCommandsTest {
  private static final String MEASURE =
      """
      {"name":"fix-rate","title":"Fixed on the first visit","unit":"percent","better":"higher","type":"proportion",
       "cadence":"weekly","owner":"ops","project":"housing","last":{"period":"2026-11-16","value":78.412},
       "observations":98,"source":"sql"}
      """;

  private static final String NONE_OBSERVED =
      """
      {"share":null,"due":0,"counted":0,"excluded":[],"failures":[],"rules":{}}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void measuresAreATable() {
    server.on("GET /measures", 200, "{\"items\":[%s],\"next\":null}".formatted(MEASURE));

    assertThat(shell.run("measures").out())
        .isEqualTo(
            """
            MEASURE   LATEST  UNIT     PERIOD      EVERY   VALUES  FROM  TITLE
            fix-rate   78.41  percent  2026-11-16  weekly      98  sql   Fixed on the first visit
            """);
  }

  @Test
  void aMeasureIsShownWithItsLatestObservationsFirst() {
    server
        .on("GET /measures/fix-rate", 200, MEASURE)
        .on("GET /measures/fix-rate/quality", 200, NONE_OBSERVED)
        .on(
            "GET /measures/fix-rate/observations",
            200,
            """
            {"items":[
              {"period":"2026-11-09","segment":"north","value":80,"numerator":40,"denominator":50,"revision":2,
               "recordedAt":"2026-11-23T08:00:00Z","by":{"user":"mary"}},
              {"period":"2026-11-16","segment":"north","value":78.4,"numerator":null,"denominator":null,"revision":1,
               "recordedAt":"2026-11-23T09:00:00Z","by":{"run":"r1"}}],"next":null}
            """);

    var result = shell.run("measures", "fix-rate", "--segment", "north");

    assertThat(server.calls())
        .contains("GET /measures/fix-rate/observations?segment=north&limit=500");
    assertThat(result.out())
        .startsWith("fix-rate\n  title    Fixed on the first visit\n")
        .endsWith(
            """
              PERIOD      SEGMENT  VALUE     OF  REVISION  RECORDED  BY
              2026-11-16  north     78.4                   09:00:00  run r1
              2026-11-09  north       80  40/50         2  08:00:00  mary
            """);
  }

  @Test
  void whatDoesNotCountIsShownWithItsReason() {
    server
        .on("GET /measures/fix-rate", 200, MEASURE)
        .on(
            "GET /measures/fix-rate/observations",
            200,
            """
            {"items":[
              {"period":"2026-11-09","segment":"","value":80,"numerator":null,"denominator":null,"revision":1,
               "recordedAt":"2026-11-23T08:00:00Z","excluded":null,"by":{"user":"mary"}},
              {"period":"2026-11-16","segment":"","value":140,"numerator":null,"denominator":null,"revision":1,
               "recordedAt":"2026-11-23T09:00:00Z","excluded":"it is above 100 %","by":{"user":"mary"}}],"next":null}
            """)
        .on(
            "GET /measures/fix-rate/quality",
            200,
            """
            {"share":0.5,"due":2,"counted":1,"rules":{"range":[0,100]},
             "failures":[{"rule":"freshness","reason":"has no value after week of 16 Nov 2026"}],
             "excluded":[{"period":"2026-11-16","value":140,"why":"it is above 100 %","failures":[]}]}
            """);

    assertThat(shell.run("measures", "fix-rate").out())
        .contains("  1 of 2 periods have a value that counts, 1 value does not")
        .contains("  it has no value after week of 16 Nov 2026")
        .contains("NOT COUNTED, SINCE")
        .contains("mary  it is above 100 %");
  }

  @Test
  void aTrialIsARunThatRecordsNothing() {
    server
        .on("GET /measures/m", 200, MEASURE)
        .on("POST /runs", 202, "{\"id\":\"r1\",\"workflow\":\"collect-m\",\"state\":\"running\"}")
        .on(
            "GET /runs/r1",
            200,
            "{\"id\":\"r1\",\"workflow\":\"collect-m\",\"state\":\"succeeded\",\"tasks\":[]}");

    var result = shell.run("measure", "try", "m", "--from", "2026-09-07", "--json");

    assertThat(result.code()).isZero();
    assertThat(server.calls()).contains("POST /runs");
  }

  @Test
  void aMeasureWithoutASourceCannotBeTried() {
    server.on("GET /measures/m", 200, MEASURE.replace("\"sql\"", "\"none\""));

    var result = shell.run("measure", "try", "m");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("measure 'm' has no source to try", "outturn observe m");
  }

  @Test
  void aValueIsRecorded() {
    server.on(
        "POST /measures/fix-rate/observations", 200, "{\"added\":1,\"revised\":0,\"unchanged\":0}");

    var result = shell.run("observe", "fix-rate", "2026-11-16", "78.40", "--segment", "north");

    assertThat(result.out()).isEqualTo("fix-rate: 1 added, 0 revised, 0 unchanged\n");
    assertThat(server.last().body())
        .isEqualTo(
            "{\"observations\":[{\"period\":\"2026-11-16\",\"segment\":\"north\",\"value\":78.40}]}");
  }

  @Test
  void aNegativeValueIsAValue() {
    server.on("POST /measures/m/observations", 200, "{\"added\":1,\"revised\":0,\"unchanged\":0}");

    assertThat(shell.run("observe", "m", "2026-11-16", "-3.5").code()).isZero();
    assertThat(server.last().body()).contains("\"value\":-3.5");
  }

  @Test
  void aFractionIsRecorded() {
    server.on("POST /measures/m/observations", 200, "{\"added\":0,\"revised\":1,\"unchanged\":0}");

    shell.run("observe", "m", "2026-11-16", "--numerator", "392", "--denominator", "500");

    assertThat(server.last().body()).contains("\"numerator\":392,\"denominator\":500");
  }

  @Test
  void aCsvFileIsSentAsItIs(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("v.csv"), "period,value\n2026-11-16,78\n");
    server.on("POST /measures/m/observations", 200, "{\"added\":1,\"revised\":0,\"unchanged\":0}");

    assertThat(shell.in(folder).run("observe", "m", "--csv", "v.csv").code()).isZero();
    assertThat(server.last().body()).isEqualTo("period,value\n2026-11-16,78\n");
    assertThat(server.last().headers()).containsEntry("Content-type", "text/csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observe m",
        "observe m 2026-11-16",
        "observe m 2026-11-16 5 --numerator 1 --denominator 2",
        "observe m 2026-11-16 --numerator 1",
        "observe m 2026-11-16 5 --csv x.csv",
        "observe m --csv /no/such/file.csv",
        "observe m today 5",
        "observe m 2026-11-16 lots",
      })
  void whatDoesNotGoTogetherIsRefusedBeforeAnythingIsSent(String line) {
    var result = shell.run(line.split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("outturn: ");
    assertThat(server.calls()).isEmpty();
  }
}
