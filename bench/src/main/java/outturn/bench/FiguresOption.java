package outturn.bench;

import picocli.CommandLine.Option;

/// Whether figures are for a program or for a person.
public final class FiguresOption {
  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  public boolean asJson() {
    return json;
  }
}
