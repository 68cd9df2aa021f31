package outturn.cli.project;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.definition.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `outturn apply`: makes the server's state of a project what its files say.
@Command(
    name = "apply",
    description = {
      "Plan a project's changes, show them, and make them. Asks nothing.",
      "All or nothing; refused if the project changed on the server since the plan.",
      "Live runs keep the version that they started with."
    },
    footer = {
      "  outturn apply housing",
      "  outturn apply housing --prune",
      "  outturn apply housing --plan-base 12",
      "  outturn apply housing --amend 'go-live moved by a month'"
    })
public final class ApplyCommand extends ServerCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "the project's folder; default: this one")
  private String folder = ".";

  @Option(names = "--prune", description = "also remove what is no longer in the files")
  private boolean prune;

  @Option(
      names = "--plan-base",
      paramLabel = "N",
      description = "refuse if the project is not in the state that an earlier plan named")
  private @Nullable Integer planBase;

  @Option(
      names = "--amend",
      paramLabel = "REASON",
      description =
          "change analysis plans that are locked, and say why; it is kept beside the result")
  private @Nullable String amend;

  public ApplyCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var project = new ProjectFolder(terminal, environment, folder).read();
    var body = ProjectFolder.body(project);
    var planned = client.send(Request.post("projects", project.name(), "plan").json(body));
    var changes = new Changes(new Fields(planned));
    if (!wantsJson() && !changes.isNothing()) changes.print(terminal);
    var base = planBase == null ? changes.base() : planBase;
    var wish = body.deepCopy().put("base", base).put("prune", prune);
    if (amend != null) wish.put("amend", amend);
    var answer = apply(client, project, wish);
    show(answer, () -> tell(changes, new Fields(answer)));
    return ExitCode.DONE;
  }

  private JsonNode apply(Client client, Project project, JsonNode body) {
    try {
      return client.send(Request.post("projects", project.name(), "apply").json(body));
    } catch (CommandFailed failed) {
      var problem = Json.read(failed.body()).map(Fields::new);
      throw switch (problem.map(fields -> fields.text("code")).orElse("")) {
        case "moved" ->
            moved(project.name(), body.path("base").asInt(), problem.orElseThrow(), failed);
        case "locked" -> locked(problem.orElseThrow(), failed);
        default -> failed;
      };
    }
  }

  private CommandFailed moved(String project, int base, Fields problem, CommandFailed failed) {
    return new CommandFailed(
        ExitCode.REFUSED,
        "nothing was changed: project %s moved since the plan".formatted(project),
        List.of(
            "the plan was made against number %d, the server has %s"
                .formatted(base, problem.find("current").orElse("another one")),
            "look at what would change now: outturn plan " + folder,
            "and if that is right:          outturn apply " + folder),
        failed.body());
  }

  private CommandFailed locked(Fields problem, CommandFailed failed) {
    var lines = new ArrayList<>(Locks.of(problem).lines());
    lines.add(
        "leave it as it was, or say why it changes: outturn apply %s --amend REASON"
            .formatted(folder));
    return new CommandFailed(
        ExitCode.REFUSED, "nothing was changed: an analysis plan is locked", lines, failed.body());
  }

  private void tell(Changes changes, Fields answer) {
    var number = answer.text("number");
    if (answer.isTrue("unchanged")) {
      terminal.line(
          "nothing to change in %s, still number %s".formatted(changes.project(), number));
    } else {
      terminal.line("applied %s, now number %s".formatted(changes.project(), number));
    }
    if (changes.removes() && !prune) {
      terminal.remark("what is no longer in the files was kept; --prune removes it");
    }
  }
}
