package outturn.cli.user;

import java.util.Locale;
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

/// `outturn user add`: adds a user and shows the token, once.
@Command(
    name = "add",
    description = "Add a user. Prints the user's token, which is never shown again.",
    footer = {
      "  outturn user add mary --role operator",
      "  outturn user add deploy --role editor --json"
    })
final class UserAddCommand extends ServerCommand {
  /// What a user may do; each has the rights of those before it.
  enum Role {
    VIEWER,
    OPERATOR,
    EDITOR,
    OWNER,
    ADMIN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "NAME", description = "the user's name")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "${COMPLETION-CANDIDATES}")
  private Role role = Role.VIEWER;

  UserAddCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object().put("name", name).put("role", role.toString());
    var answer = client.send(Request.post("users").json(body));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields user) {
    terminal.remark(
        "user %s with the role %s; the token, shown only now:"
            .formatted(user.text("name"), user.text("role")));
    terminal.line(user.text("token"));
  }
}
