package outturn.cli.command;

/// What a command tells the shell that called it.
public enum ExitCode {
  DONE(0),
  /// The answer is no: an invalid definition, a run that failed, a refused request.
  REFUSED(1),
  /// The command line is wrong.
  MISUSED(2),
  /// The server is not there or cannot answer now; the same command may work later.
  UNREACHABLE(3),
  /// Not signed in, or without the role that is needed.
  FORBIDDEN(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
