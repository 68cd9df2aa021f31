package outturn.cli.terminal;

import java.util.LinkedHashMap;
import java.util.Map;

/// Names and values, one a line; facts without a value are left out.
public final class Facts {
  private static final String INDENT = "  ";
  private static final int LEAST = 20;

  private final Map<String, String> facts = new LinkedHashMap<>();

  public Facts add(String name, String value) {
    if (!value.isBlank()) facts.put(name, value);
    return this;
  }

  public void print(Terminal terminal) {
    var longest = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
    var room = terminal.columns() - INDENT.length() - longest - 2;
    facts.forEach((name, value) -> {
      if (room < LEAST) {
        terminal.line(INDENT + name + ":");
        terminal.paragraph(value, INDENT.repeat(2));
        return;
      }
      var before = name + " ".repeat(longest - name.length() + 2);
      for (var line : Paragraph.lines(value, room)) {
        terminal.line(INDENT + before + line);
        before = " ".repeat(longest + 2);
      }
    });
  }
}
