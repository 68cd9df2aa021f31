package outturn.cli.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn token make`: makes a token and shows it, once.
@Command(
    name = "make",
    description = {
      "Make a token that acts for you. Prints it; it is never shown again.",
      "With projects or services its role holds for them only; elsewhere it looks."
    },
    footer = {
      "  outturn token make dashboard --role viewer",
      "  outturn token make deploy --role editor --project housing --days 30"
    })
final class TokenMakeCommand extends ServerCommand {
  private static final int USUAL_DAYS = 90;

  @Parameters(paramLabel = "LABEL", description = "what it is for")
  private String label = "";

  @Option(names = "--role", paramLabel = "ROLE", description = "at most (default: yours)")
  private @Nullable String role;

  @Option(names = "--project", paramLabel = "PROJECT", description = "may be given several times")
  private List<String> projects = new ArrayList<>();

  @Option(names = "--service", paramLabel = "SERVICE", description = "may be given several times")
  private List<String> services = new ArrayList<>();

  @Option(names = "--days", paramLabel = "N", description = "how long it works (default: 90)")
  private int days = USUAL_DAYS;

  TokenMakeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object().put("label", label).put("days", days);
    if (role != null) body.put("role", role);
    if (!projects.isEmpty()) projects.forEach(body.putArray("projects")::add);
    if (!services.isEmpty()) services.forEach(body.putArray("services")::add);
    var answer = client.send(Request.post("tokens").json(body));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields token) {
    terminal.remark("token %s; its text, shown only now:".formatted(token.text("id")));
    terminal.line(token.text("token"));
  }
}
