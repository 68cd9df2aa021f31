package outturn.cli.crontab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import outturn.cli.client.Json;
import outturn.definition.project.ProjectReader;

class CrontabCommandTest {
  private @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell().in(folder);
    write("ledgers.cron", "# Load\n0 2 * * * /opt/load.sh\n\n@reboot /opt/start.sh\n");
    write("etc/crontab", "SHELL=/bin/sh\n17 * * * * root /opt/hourly.sh\n");
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void workflowsArePrintedAndTheReportStandsBeside() {
    var result = shell.run("import", "crontab", "ledgers.cron");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).startsWith("---\n# ledgers.cron:2\nkind: workflow\nname: load\n");
    assertThat(result.err())
        .startsWith(
            """
            ledgers.cron: 1 job, 0 approximated, 1 refused, 0 disabled, 2 lines with nothing to do
              LINE  OUTCOME     WORKFLOW  DUE        TEXT
                 2  translated  load      0 2 * * *  /opt/load.sh
                 4  refused                          @reboot /opt/start.sh
              line 4: @reboot has no due time\
            """)
        .contains("Times are those of Europe/London");
  }

  @Test
  void aProjectIsMadeThatIsValid() throws IOException {
    var result =
        shell.run("import", "crontab", "ledgers.cron", "etc/crontab", "--into", "Night Jobs");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("written to Night Jobs/ledgers.yaml");
    var project = ProjectReader.read(folder.resolve("Night Jobs")).project().orElseThrow();
    assertThat(project.name()).isEqualTo("night-jobs");
    assertThat(project.workflows().names()).containsExactly("hourly", "load");
    assertThat(project.files().paths())
        .containsExactly("crontab.yaml", "ledgers.yaml", "outturn.yaml");
  }

  @Test
  void aProjectThatIsThereIsAddedTo() throws IOException {
    write("p/outturn.yaml", "kind: project\nname: housing\n");
    write("p/load.yaml", "kind: workflow\nname: hourly\ntasks:\n  x: {run: [echo]}\n");

    assertThat(shell.run("import", "crontab", "etc/crontab", "--into", "p").code()).isZero();

    var project = ProjectReader.read(folder.resolve("p")).project().orElseThrow();
    assertThat(project.name()).isEqualTo("housing");
    assertThat(project.workflows().names()).containsExactly("hourly", "hourly-2");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    write("p/ledgers.yaml", "mine: true\n");

    var result = shell.run("import", "crontab", "etc/crontab", "ledgers.cron", "--into", "p");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("nothing was written").contains("ledgers.yaml is there");
    assertThat(folder.resolve("p")).isDirectoryNotContaining("glob:**crontab.yaml");
    assertThat(folder.resolve("p/ledgers.yaml")).hasContent("mine: true");
  }

  @Test
  void nothingIsWrittenIfAFileCannotBeRead() throws IOException {
    Files.write(folder.resolve("latin"), "# gr\u00fcn\n".getBytes(ISO_8859_1));

    for (var bad : new String[] {"absent", "etc", "latin"}) {
      var result = shell.run("import", "crontab", "ledgers.cron", bad, "--into", "p");

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains(bad).contains("nothing was written");
      assertThat(folder.resolve("p")).doesNotExist();
    }
  }

  @Test
  void filesOfOneNameGetFilesOfTheirOwn() throws IOException {
    write("a/crontab", "@daily /bin/x\n");
    write("b/crontab", "@daily /bin/x\n");

    shell.run("import", "crontab", "a/crontab", "b/crontab", "--into", "p");

    assertThat(ProjectReader.read(folder.resolve("p")).project().orElseThrow().files().paths())
        .containsExactly("crontab-2.yaml", "crontab.yaml", "outturn.yaml");
  }

  @Test
  void aTableMayComeFromStandardInput() {
    var result = shell.input("0 3 * * * /bin/x\n").run("import", "crontab", "-", "--into", "p");

    assertThat(result.code()).isZero();
    assertThat(folder.resolve("p/crontab.yaml")).content().contains("name: x\n");
  }

  @Test
  void theUserColumnAndTheZoneCanBeSaid() throws IOException {
    write("jobs", "0 3 * * * mary /bin/x\n");

    var result =
        shell.run("import", "crontab", "jobs", "--user-column", "yes", "--timezone", "Asia/Tokyo");

    assertThat(result.out()).contains("shell: /bin/x\n").contains("timezone: Asia/Tokyo\n");
    assertThat(result.err()).contains("as mary").contains("Times are those of Asia/Tokyo");
  }

  @Test
  void aZoneThatIsNotKnownIsAWrongCommandLine() {
    var result = shell.run("import", "crontab", "ledgers.cron", "--timezone", "Lodnon");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("there is no time zone 'Lodnon'");
  }

  @Test
  void aFileWithoutJobsIsNotWritten() throws IOException {
    write("empty", "# only words\n");

    var result = shell.run("import", "crontab", "empty", "--into", "p");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo(
            "empty: 0 jobs, 0 approximated, 0 refused, 0 disabled, 1 line with nothing to do\n");
    assertThat(folder.resolve("p")).doesNotExist();
  }

  @Test
  void aFileOfRefusedAndDisabledLinesIsStillAProject() throws IOException {
    write("odd", "@reboot /bin/x\n#0 1 * * * /bin/y\n");

    assertThat(shell.run("import", "crontab", "odd", "--into", "p").code()).isEqualTo(1);

    assertThat(ProjectReader.read(folder.resolve("p")).problems()).isEmpty();
    assertThat(folder.resolve("p/odd.yaml")).content().contains("# refused, odd:1: @reboot");
  }

  @Test
  void asJsonEachLineIsToldWithItsOutcome() {
    var result = shell.run("import", "crontab", "ledgers.cron", "--json");

    var file = Json.read(result.out()).orElseThrow().path("files").path(0);
    assertThat(result.code()).isEqualTo(1);
    assertThat(file.path("file").asString()).isEqualTo("ledgers.cron");
    assertThat(file.path("jobs").asInt()).isEqualTo(1);
    assertThat(file.path("yaml").asString()).contains("kind: workflow");
    assertThat(file.path("lines").valueStream().map(line -> line.path("outcome").asString()))
        .containsExactly("nothing", "translated", "nothing", "refused");
    assertThat(file.path("lines").path(3).path("remarks").path(0).asString())
        .startsWith("@reboot has no due time");
  }
}
