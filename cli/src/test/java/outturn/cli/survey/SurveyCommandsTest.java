package outturn.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class SurveyCommandsTest {
  private static final String RESULTS =
      """
      {"survey":"pulse","wave":2,"results":{"population":400,"invited":100,"answered":43,"responseRate":0.43,"barrier":null,
       "comments":["A quieter room"],"measures":[
        {"measure":"cost","item":"lost-time","period":"2026-10-01","value":21.26,"numerator":null,"denominator":43.0,"why":""},
        {"measure":"helped","item":"g1","period":"2026-10-01","value":null,"numerator":26.0,"denominator":43.0,"why":""},
        {"measure":"calm","item":"g2","period":"2026-11-01","value":null,"numerator":null,"denominator":null,"why":"too few answers to show"}],"results":[{"item":"g1","version":1,"kind":"agreement",
        "all":{"n":43,"amounts":[{"what":"share","value":0.6,"lower":0.45,"upper":0.73,"counted":26}],"distribution":[]},
        "weighted":{"what":"share","value":0.58,"lower":0.4,"upper":0.7,"by":["site"],"effective":38.4,"trimmed":0},
        "groups":[{"attribute":"site","group":"North, old","numbers":{"n":30,"amounts":[
          {"what":"mean","value":3.5,"lower":3.1,"upper":3.9,"counted":null}],"distribution":[]}},
         {"attribute":"site","group":"south","numbers":null}]}]}}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void resultsAreATableWithIntervalsAndWhatIsHiddenSaysSo() {
    server.on("GET /surveys/pulse/results", 200, RESULTS);
    assertThat(shell.run("survey", "results", "pulse").out())
        .contains("43 of 100 invited people answered (43 %)", "60 %", "45 % to 73 %")
        .contains("all, weighted", "~38", "58 %", "3.1 to 3.9", "too few answers to show")
        .contains("- A quieter room");
  }

  @Test
  void resultsTellWhatMeasuresGotOfThem() {
    server.on("GET /surveys/pulse/results", 200, RESULTS);
    assertThat(shell.run("survey", "results", "pulse").out())
        .contains(
            "measure cost, 2026-10-01: 21.3 from 43 answers",
            "measure helped, 2026-10-01: 26 of 43 answers",
            "measure calm, 2026-11-01: nothing recorded: too few answers to show");
  }

  @Test
  void resultsAreOneLineForEachNumberAsCsv() {
    server.on("GET /surveys/pulse/results", 200, RESULTS);
    assertThat(shell.run("survey", "results", "pulse", "--csv").out())
        .isEqualTo(
            """
            survey,wave,item,version,attribute,group,n,what,value,lower,upper,counted
            pulse,2,g1,1,,,43,share,0.6,0.45,0.73,26
            pulse,2,g1,1,site,"North, old",30,mean,3.5,3.1,3.9,
            pulse,2,g1,1,site,south,,,,,,
            """);
  }

  @Test
  void aWaveIsANumberFromOneOn() {
    var said = shell.run("survey", "results", "pulse", "--wave", "0");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--wave is a number from 1 on, not 0");
  }

  @Test
  void surveysAreListedWithTheirWaves() {
    server.on(
        "GET /surveys",
        200,
        """
        {"items":[{"name":"pulse","title":"How is IT?","days":{"cadence":"quarterly","next":"2027-01-01","missed":"no wave was opened on 2026-10-01"},"waves":[{"wave":2,"invited":100,"answered":43,
          "span":{"opened":"2026-11-01T08:00:00Z","closes":"2026-11-15T08:00:00Z","closed":null},
          "mail":{"unsent":3,"failed":0,"error":"mail by x:25: no route"}}]},
          {"name":"suite","title":"The suite","waves":[]}],"next":null}
        """);
    assertThat(shell.run("survey", "list").out())
        .contains(
            "pulse", "open until", "43", "never sent", "pulse, wave 2: mail by x:25: no route")
        .contains(
            "pulse, quarterly: the next wave opens on 2027-01-01\n! pulse: no wave was opened on 2026-10-01");
  }
}
