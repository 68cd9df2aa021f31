package outturn.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.FakeServer;
import outturn.cli.Shell;
import outturn.cli.client.Json;

class ProjectCommandsTest {
  private static final String MAIN = "kind: project\nname: housing\n";
  private static final String GOOD =
      "kind: workflow\nname: load\ntasks:\n  copy: {run: [echo, hello]}\n";
  private static final String PLAN =
      """
      {"project":"housing","base":11,"changes":[{"action":"create","kind":"workflow","name":"load","details":[]},
        {"action":"remove","kind":"pool","name":"old","details":[]}],"files":[],"unchanged":false,
       "text":"+ workflow load\\n- pool old\\n1 to create, 0 to change, 1 to remove\\n"}
      """;
  private static final String APPLIED =
      "{\"project\":\"housing\",\"number\":12,\"unchanged\":false,\"changes\":[]}";

  private final FakeServer server = new FakeServer();
  private @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(server).in(folder);
    write("outturn.yaml", MAIN);
    write("load.yaml", GOOD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve("p"));
    Files.writeString(folder.resolve("p").resolve(file), text);
  }

  @Test
  void aValidProjectIsSummedUp() {
    var result = shell.run("validate", "p");

    assertThat(result.code()).isZero();
    assertThat(result.out()).isEqualTo("housing is valid: 1 workflow, 0 measures, 0 outcomes\n");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void aProblemIsToldWithItsPlaceLineCaretAndHint() throws Exception {
    write("load.yaml", GOOD + "  next: {neds: [copy], run: [echo]}\n");

    var result = shell.run("validate", "p");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo(
            """
            p/load.yaml:5:10: a task has no key 'neds'
                  next: {neds: [copy], run: [echo]}
                         ^
                did you mean 'needs'?
            """);
    assertThat(result.err()).isEqualTo("1 problem\n");
  }

  @Test
  void theProblemsOfThisFolderAreToldWithoutIt() throws Exception {
    write("load.yaml", "kind: workflow\nname: load\n");

    assertThat(shell.in(folder.resolve("p")).run("validate").out()).startsWith("load.yaml:1:1: ");
  }

  @Test
  void aLongLineIsCutAroundTheColumn() throws Exception {
    write("load.yaml", GOOD + "  next: {run: [\"" + "x".repeat(200) + "\"], neds: [copy]}\n");

    assertThat(shell.columns(60).run("validate", "p").out().lines().skip(1).limit(2))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60))
        .last()
        .asString()
        .endsWith("^");
  }

  @Test
  void problemsAsJsonAreAnArray() throws Exception {
    write("load.yaml", GOOD + "  next: {neds: [copy], run: [echo]}\n");

    var result = shell.run("validate", "p", "--json");

    assertThat(result.code()).isEqualTo(1);
    assertThat(Json.read(result.out()).orElseThrow().toString())
        .isEqualTo(
            "[{\"file\":\"load.yaml\",\"line\":5,\"column\":10,\"code\":\"unknown-key\","
                + "\"message\":\"a task has no key 'neds'\",\"hint\":\"did you mean 'needs'?\"}]");
  }

  @Test
  void aValidProjectAsJsonIsAnEmptyArray() {
    assertThat(Json.read(shell.run("validate", "p", "--json").out()).orElseThrow()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsAProblem() {
    var result = shell.run("validate", "nowhere");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("there is no folder");
  }

  @Test
  void theSchemaIsJson() {
    var schema = Json.read(shell.run("schema").out()).orElseThrow();

    assertThat(schema.path("$schema").asString()).contains("json-schema.org");
  }

  @Test
  void aPlanSendsTheFilesAndShowsTheChanges() {
    server.on("POST /projects/housing/plan", 200, PLAN);

    var result = shell.run("plan", "p");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo("+ workflow load\n- pool old\n1 to create, 0 to change, 1 to remove\n");
    assertThat(result.err())
        .contains("apply removes only with --prune")
        .contains("outturn apply p --plan-base 11");
    var files = Json.read(server.last().body()).orElseThrow().path("files");
    assertThat(files.propertyNames()).containsExactlyInAnyOrder("outturn.yaml", "load.yaml");
    assertThat(Base64.getDecoder().decode(files.path("load.yaml").asString()))
        .asString()
        .isEqualTo(GOOD);
  }

  @Test
  void aProjectWithProblemsIsNotSent() throws Exception {
    write("load.yaml", GOOD + "  next: {neds: [copy], run: [echo]}\n");

    var result = shell.run("apply", "p");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("p/load.yaml:5:10:");
    assertThat(result.err()).contains("nothing was sent").contains("1 problem");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void applyingPlansShowsAndAppliesAgainstThatPlan() {
    server.on("POST /projects/housing/plan", 200, PLAN);
    server.on("POST /projects/housing/apply", 200, APPLIED);

    var result = shell.run("apply", "p");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("+ workflow load\n")
        .endsWith("applied housing, now number 12\n");
    assertThat(result.err()).contains("--prune removes it");
    assertThat(server.calls())
        .containsExactly("POST /projects/housing/plan", "POST /projects/housing/apply");
    assertThat(server.last().body()).endsWith("\"base\":11,\"prune\":false}");
  }

  @Test
  void pruningAndAnEarlierPlanAreSent() {
    server.on("POST /projects/housing/plan", 200, PLAN);
    server.on("POST /projects/housing/apply", 200, APPLIED);

    var result = shell.run("apply", "p", "--prune", "--plan-base", "9", "--json");

    assertThat(server.last().body()).endsWith("\"base\":9,\"prune\":true}");
    assertThat(Json.read(result.out()).orElseThrow().path("number").asInt()).isEqualTo(12);
  }

  @Test
  void aProjectThatMovedIsExplained() {
    server.on("POST /projects/housing/plan", 200, PLAN);
    server.refuses(
        "POST /projects/housing/apply", 409, "moved", "changed since the plan", ",\"current\":13");

    var result = shell.run("apply", "p");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("nothing was changed: project housing moved since the plan")
        .contains("made against number 11, the server has 13")
        .contains("outturn plan p");
  }

  @Test
  void aLockedAnalysisPlanIsShownAndChangedOnlyWithAReason() {
    var locked =
        ",\"locked\":[{\"outcome\":\"one-visit\",\"lockedAt\":\"2026-04-01T00:00:30Z\","
            + "\"locked\":[\"target 85\"],\"now\":[\"target 80\"]}]";
    server.on("POST /projects/housing/plan", 200, PLAN);
    server.refuses("POST /projects/housing/apply", 409, "locked", "it is locked", locked);

    var result = shell.run("apply", "p");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("nothing was changed: an analysis plan is locked")
        .contains("the analysis plan of one-visit is locked since 2026-04-01")
        .contains("- target 85")
        .contains("+ target 80")
        .contains("outturn apply p --amend REASON");
  }

  @Test
  void theReasonOfAnAmendmentIsSent() {
    server.on("POST /projects/housing/plan", 200, PLAN);
    server.on("POST /projects/housing/apply", 200, APPLIED);

    assertThat(shell.run("apply", "p", "--amend", "less is asked").code()).isZero();
    assertThat(server.last().body()).contains("\"amend\":\"less is asked\"");
  }

  @Test
  void nothingToChangeIsSaid() {
    var unchanged =
        "{\"project\":\"housing\",\"base\":12,\"changes\":[],\"unchanged\":true,\"text\":\"\"}";
    server.on("POST /projects/housing/plan", 200, unchanged);
    server.on(
        "POST /projects/housing/apply",
        200,
        APPLIED.replace("\"unchanged\":false", "\"unchanged\":true"));

    assertThat(shell.run("plan", "p").out()).isEqualTo("nothing to change in housing\n");
    assertThat(shell.run("apply", "p").out())
        .isEqualTo("nothing to change in housing, still number 12\n");
  }
}
