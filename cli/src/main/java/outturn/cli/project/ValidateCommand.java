package outturn.cli.project;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Terminal;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectReader;
import outturn.definition.text.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn validate`: what is wrong with a project's files; asks no server.
@Command(
    name = "validate",
    description = {
      "Check a project's files, without a server.",
      "Prints every problem with its place; the exit code is 1 if there is any."
    },
    footer = {
      "  outturn validate",
      "  outturn validate housing",
      "  outturn validate housing --json"
    })
public final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "the project's folder; default: this one")
  private String folder = ".";

  @Option(names = "--json", description = "print the problems as a JSON array")
  private boolean json;

  public ValidateCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var path = environment.resolve(folder);
    var reading = ProjectReader.read(path);
    if (json) {
      json(reading.problems());
    } else {
      reading.project().ifPresentOrElse(this::valid, () -> invalid(path, reading.problems()));
    }
    return (reading.problems().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
  }

  private void valid(Project project) {
    terminal.line(
        "%s is valid: %s, %s, %s"
            .formatted(
                project.name(),
                Figures.count(project.workflows().all().size(), "workflow"),
                Figures.count(project.measures().all().size(), "measure"),
                Figures.count(project.outcomes().all().size(), "outcome")));
  }

  private void invalid(Path path, List<Problem> problems) {
    new ProblemPrinter(terminal, path, folder).print(problems);
    terminal.remark(Figures.count(problems.size(), "problem"));
  }

  private void json(List<Problem> problems) {
    var array = Json.array();
    for (var problem : problems) {
      array
          .addObject()
          .put("file", problem.file())
          .put("line", problem.line())
          .put("column", problem.column())
          .put("code", problem.code())
          .put("message", problem.message())
          .put("hint", problem.hint());
    }
    terminal.line(array.toPrettyString());
  }
}
