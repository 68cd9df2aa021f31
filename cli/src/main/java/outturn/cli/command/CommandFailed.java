package outturn.cli.command;

import java.util.List;

/// Ends a command: one sentence for the user, details that help, and the exit code.
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;
  private final transient List<String> details;
  private final String body;

  public CommandFailed(ExitCode exitCode, String sentence, String... details) {
    this(exitCode, sentence, List.of(details), "");
  }

  /// @param body the server's answer as JSON, for `--json`; empty when there was none
  public CommandFailed(ExitCode exitCode, String sentence, List<String> details, String body) {
    super(sentence);
    this.exitCode = exitCode;
    this.details = List.copyOf(details);
    this.body = body;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public List<String> details() {
    return details;
  }

  public String body() {
    return body;
  }
}
