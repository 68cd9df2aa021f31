package outturn.cli.user;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.NullNode;

/// `outturn user password`: sets a password.
@Command(
    name = "password",
    description = {
      "Give a user a password, which has to be changed at the next sign-in; without a name, change your own.",
      "It comes from standard input (your own after the one until now, on two lines); on a terminal it is asked for and not shown."
    },
    footer = {"  outturn user password mary", "  outturn user password"})
final class UserPasswordCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", arity = "0..1", description = "the user's name")
  private @Nullable String name;

  UserPasswordCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var user = Optional.ofNullable(name);
    if (user.isPresent()) {
      give(client, user.get());
    } else {
      change(client);
    }
    return ExitCode.DONE;
  }

  private void give(Client client, String user) {
    var password = line(terminal.hiddenInput("password for %s: ".formatted(user)));
    if (password.isEmpty()) throw none();
    var body = Json.object().put("password", password);
    client.send(Request.put("users", user, "password").json(body));
    show(
        NullNode.getInstance(),
        () ->
            terminal.line(
                "%s has a new password; all sessions of %s have ended".formatted(user, user)));
  }

  private void change(Client client) {
    var first = terminal.hiddenInput("your password until now: ");
    int end = first.indexOf('\n');
    // Piped in, both come at once.
    boolean both = end >= 0 && end < first.length() - 1;
    var wish = both ? first.substring(end + 1) : terminal.hiddenInput("your new password: ");
    if (line(first).isEmpty() || line(wish).isEmpty()) throw none();
    var body = Json.object().put("current", line(first)).put("new", line(wish));
    client.send(Request.put("me", "password").json(body));
    show(
        NullNode.getInstance(),
        () -> terminal.line("your password is changed; all your sessions have ended"));
  }

  private static String line(String text) {
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).replaceFirst("\r\\z", "");
  }

  private static CommandFailed none() {
    return new CommandFailed(
        ExitCode.MISUSED,
        "no password",
        "type it, or pipe it in: outturn user password NAME < FILE");
  }
}
