package outturn.cli.project;

import java.util.concurrent.Callable;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.definition.project.ProjectSchema;
import picocli.CommandLine.Command;

/// `outturn schema`: the JSON Schema of a project's documents.
@Command(
    name = "schema",
    description = "Print the JSON Schema of a project's documents, for editors.",
    footer = {
      "  outturn schema > outturn.schema.json",
      "  and in a YAML file: # yaml-language-server: $schema=outturn.schema.json"
    })
public final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  public SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(ProjectSchema.json());
    return ExitCode.DONE.number();
  }
}
