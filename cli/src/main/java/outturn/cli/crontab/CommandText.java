package outturn.cli.crontab;

/// The command of an entry after its `%` are read: the first one ends the command, what follows is
/// its standard input, further ones are line breaks, and `\%` is a `%`.
///
/// @param input empty when there is none, else with a line break at its end
record CommandText(String line, String input) {

  static CommandText of(String written) {
    var end = end(written);
    var line = written.substring(0, end).replace("\\%", "%").strip();
    return new CommandText(line, end < written.length() ? input(written.substring(end + 1)) : "");
  }

  /// Where the first `%` stands that no backslash precedes; a backslash may itself have one.
  private static int end(String written) {
    for (var index = 0; index < written.length(); index++) {
      if (written.charAt(index) == '%') return index;
      if (written.charAt(index) == '\\') index++;
    }
    return written.length();
  }

  private static String input(String written) {
    if (written.isEmpty()) return "";
    var input = new StringBuilder();
    for (var index = 0; index < written.length(); index++) {
      if (written.startsWith("\\%", index)) {
        input.append('%');
        index++;
      } else {
        var letter = written.charAt(index);
        input.append(letter == '%' ? '\n' : letter);
      }
    }
    if (input.charAt(input.length() - 1) != '\n') input.append('\n');
    return input.toString();
  }

  boolean hasInput() {
    return !input.isEmpty();
  }
}
