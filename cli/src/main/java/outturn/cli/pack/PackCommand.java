package outturn.cli.pack;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.definition.text.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn measure pack`: writes ready-made measures into a project, or prints them; asks no
/// server.
@Command(
    name = "pack",
    description = {
      "Write a pack of ready-made measures into a project, or print it.",
      "What is to be changed in it stands in its comments. Nothing is overwritten, and nothing is written that the project could not be validated with."
    },
    footer = {
      "  outturn measure pack microsoft-365-collaboration",
      "  outturn measure pack service-desk --into housing",
      "  outturn measure pack workflow-reliability --workflow repairs-daily --into housing"
    })
final class PackCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;

  @Parameters(paramLabel = "NAME", description = "the pack, as `outturn measure packs` lists it")
  private String name = "";

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "write it into this project, which is made if there is none")
  private @Nullable String into;

  @Option(
      names = "--workflow",
      paramLabel = "NAME",
      description = "of workflow-reliability: the workflow of the project that it is about")
  private @Nullable String workflow;

  @Option(names = "--json", description = "print the name, the file and its text as JSON")
  private boolean json;

  PackCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var pack = Pack.find(name).orElseThrow(this::unknown);
    var subject = workflow(pack);
    var text = pack.yaml(subject);
    var file =
        into == null ? "" : new PackFolder(environment, into).write(pack.file(subject), text);
    if (json) {
      var answer = Json.object();
      answer.put("name", pack.word()).put("file", file).put("text", text);
      terminal.line(answer.toPrettyString());
    } else if (file.isEmpty()) {
      terminal.out().print(text);
      terminal.out().flush();
    } else {
      terminal.line("wrote %s; what to change in it stands in its comments".formatted(file));
    }
    return ExitCode.DONE.number();
  }

  private String workflow(Pack pack) {
    if (workflow == null && !pack.needsWorkflow()) return "";
    if (workflow == null) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "%s is about one workflow, and none is named".formatted(name),
          "name it: --workflow repairs-daily");
    }
    if (!pack.needsWorkflow()) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "%s is not about a workflow".formatted(name),
          "leave out --workflow; it is for workflow-reliability");
    }
    if (workflow.matches("[a-z][a-z0-9-]{0,50}")) return workflow;
    throw new CommandFailed(
        ExitCode.MISUSED,
        "'%s' is not the name of a workflow".formatted(workflow),
        "expected a-z, 0-9 and -, such as repairs-daily");
  }

  private CommandFailed unknown() {
    return new CommandFailed(
        ExitCode.MISUSED,
        "there is no pack '%s'".formatted(name),
        Nearest.hint(name, Pack.all().stream().map(Pack::word).toList()));
  }
}
