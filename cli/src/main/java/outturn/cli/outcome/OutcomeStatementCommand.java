package outturn.cli.outcome;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.client.WholeFile;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn outcome statement`: the impact statement of an outcome, to read, print and send.
@Command(
    name = "statement",
    description = {
      "Print the impact statement of an outcome: what it did, how sure that is, what it is worth, and"
          + " what else could explain it.",
      "It tells the review that was kept last, with its signatures; before any review, and with"
          + " --as-of, what could be read then. With --pdf it is one page A4."
    },
    footer = {
      "  outturn outcome statement one-visit",
      "  outturn outcome statement one-visit --pdf one-visit.pdf",
      "  outturn outcome statement one-visit --png one-visit.png --as-of 2026-09-30"
    })
final class OutcomeStatementCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Mixin private AsOf asOf = new AsOf();

  @ArgGroup private Target target = new Target();

  /// The file to write, if any.
  static final class Target {
    @Option(
        names = "--pdf",
        paramLabel = "FILE",
        description = "write it to this file as PDF; a file that is there is replaced")
    private @Nullable String pdf;

    @Option(
        names = "--png",
        paramLabel = "FILE",
        description = "write it to this file as a picture; a file that is there is replaced")
    private @Nullable String png;
  }

  OutcomeStatementCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    if (target.pdf != null) return write(client, "statement.pdf", target.pdf);
    if (target.png != null) return write(client, "statement.png", target.png);
    var at = asOf.in(environment.zone());
    var answer = client.send(Request.get("outcomes", name, "statement").with("asOf", at));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields statement) {
    statement.text("text").stripTrailing().lines().forEach(terminal::line);
    var letters = statement.list("letters");
    if (letters.isEmpty()) return;
    terminal.line("");
    terminal.line("Mailed");
    letters.forEach(letter -> terminal.paragraph(mailed(letter), "  "));
  }

  private String mailed(Fields letter) {
    var what = "version %s (%s)".formatted(letter.text("version"), letter.text("occasion"));
    var error = letter.text("error");
    return switch (letter.text("state")) {
      case "sent" -> "%s: %s to %s".formatted(what, at(letter, "sent"), to(letter));
      case "given-up" ->
          "%s: given up after %s tries by channel %s: %s"
              .formatted(what, letter.text("tries"), letter.text("channel"), error);
      default ->
          "%s: waits for channel %s%s"
              .formatted(
                  what,
                  letter.text("channel"),
                  error.isEmpty()
                      ? ""
                      : ", is tried again %s: %s".formatted(at(letter, "next"), error));
    };
  }

  private static String to(Fields letter) {
    return String.join(", ", letter.texts("to"));
  }

  private String at(Fields letter, String name) {
    return letter.instant(name).map(times()::at).orElse("");
  }

  private ExitCode write(Client client, String kind, String file) {
    var request = Request.page("outcomes", name, kind).with("asOf", asOf.in(environment.zone()));
    var written = Json.object();
    written.put("file", file);
    written.put("bytes", WholeFile.download(client, request, environment, file));
    show(written, () -> terminal.line("wrote " + file));
    return ExitCode.DONE;
  }
}
