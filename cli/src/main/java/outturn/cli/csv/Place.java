package outturn.cli.csv;

/// A file as the user named it, and a line of it, counted from 1; line 0 is the file as a whole.
public record Place(String file, int line) {
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
