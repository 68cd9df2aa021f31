package outturn.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.Shell;
import outturn.cli.client.Json;
import outturn.definition.measure.Measure;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectReader;
import outturn.definition.survey.Item;

class MeasurePacksTest {
  private @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell().in(folder);
  }

  private Project project(String name) {
    return ProjectReader.read(folder.resolve(name)).project().orElseThrow();
  }

  private void housing() throws IOException {
    Files.createDirectories(folder.resolve("housing"));
    Files.writeString(
        folder.resolve("housing/outturn.yaml"),
        """
        kind: project
        name: homes
        ---
        kind: workflow
        name: repairs-daily
        tasks: {list: {shell: "true"}}
        """);
  }

  @Test
  void packsAreListed() {
    assertThat(shell.run("measure", "packs").out())
        .startsWith("PACK")
        .contains("service-desk", "workflow-reliability", "microsoft-365-collaboration");
    var json = Json.read(shell.run("measure", "packs", "--json").out()).orElseThrow();
    assertThat(json.path(0).path("name").asString()).isEqualTo("service-desk");
    assertThat(json.size()).isEqualTo(Pack.all().size());
  }

  @ParameterizedTest
  @CsvSource({"service-desk, 4", "microsoft-365-collaboration, 5"})
  void aPackMakesAProjectThatIsValid(String pack, int measures) {
    var result = shell.run("measure", "pack", pack, "--into", "Our Desk");

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("wrote Our Desk/%s.yaml".formatted(pack));
    assertThat(project("Our Desk").name()).isEqualTo("our-desk");
    assertThat(project("Our Desk").measures().all())
        .hasSize(measures)
        .allSatisfy(measure -> {
          assertThat(measure.source()).isPresent();
          assertThat(measure.about().question()).isPresent();
        });
    assertThat(shell.run("validate", "Our Desk").code()).isZero();
  }

  @Test
  void thePackOfMicrosoft365AsksPeopleTwoQuestions() {
    shell.run("measure", "pack", "microsoft-365-collaboration", "--into", "office");

    var survey = project("office").surveys().find("office-suite-experience").orElseThrow();
    assertThat(survey.items()).extracting(Item::name).containsExactly("umux-lite-1", "umux-lite-2");
    assertThat(project("office").measures().find("office-suite-experience").orElseThrow().source())
        .contains(new Measure.Source.OfSurvey("office-suite-experience", "umux-lite"));
  }

  @Test
  void aPackOfAWorkflowGoesIntoItsProject() throws IOException {
    housing();

    var result =
        shell.run(
            "measure",
            "pack",
            "workflow-reliability",
            "--workflow",
            "repairs-daily",
            "--into",
            "housing");

    assertThat(result.code()).isZero();
    assertThat(project("housing").measures().names())
        .containsExactly("repairs-daily-minutes", "repairs-daily-success");
    assertThat(project("housing").measures().find("repairs-daily-success").orElseThrow().source())
        .get()
        .isInstanceOf(Measure.Source.OfWorkflow.class);
  }

  @Test
  void nothingIsWrittenThatTheProjectIsNotRightWith() throws IOException {
    housing();

    var unknown =
        shell.run(
            "measure",
            "pack",
            "workflow-reliability",
            "--workflow",
            "repair-daily",
            "--into",
            "housing");
    var alone =
        shell.run(
            "measure",
            "pack",
            "workflow-reliability",
            "--workflow",
            "repairs-daily",
            "--into",
            "new");

    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err())
        .contains("nothing was written: the project in housing is not right with it")
        .contains("repairs-daily");
    try (var files = Files.list(folder.resolve("housing"))) {
      assertThat(files).containsExactly(folder.resolve("housing/outturn.yaml"));
    }
    assertThat(alone.code()).isEqualTo(1);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    shell.run("measure", "pack", "service-desk", "--into", "desk");
    Files.writeString(folder.resolve("desk/service-desk.yaml"), "# mine\n");

    var again = shell.run("measure", "pack", "service-desk", "--into", "desk");

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("desk/service-desk.yaml is there already");
    assertThat(folder.resolve("desk/service-desk.yaml")).hasContent("# mine\n");
  }

  @Test
  void withoutAFolderAPackIsPrinted() {
    assertThat(shell.run("measure", "pack", "service-desk").out())
        .startsWith("# Measures of a service desk")
        .contains("kind: measure");
    var json =
        Json.read(shell.run("measure", "pack", "service-desk", "--json").out()).orElseThrow();
    assertThat(json.path("text").asString()).contains("kind: measure");
  }

  @Test
  void whatIsMeantWrongIsTold() {
    var misspelt = shell.run("measure", "pack", "servicedesk");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err()).contains("no pack 'servicedesk'", "did you mean 'service-desk'?");
    assertThat(shell.run("measure", "pack", "workflow-reliability").err())
        .contains("none is named", "--workflow repairs-daily");
    assertThat(shell.run("measure", "pack", "service-desk", "--workflow", "x").err())
        .contains("service-desk is not about a workflow");
    assertThat(shell.run("measure", "pack", "workflow-reliability", "--workflow", "../x").err())
        .contains("'../x' is not the name of a workflow");
  }
}
