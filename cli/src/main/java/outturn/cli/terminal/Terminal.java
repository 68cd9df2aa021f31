package outturn.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// Where a command writes to and reads from: a screen, or files and pipes.
///
/// @param columns a line's room; as large as can be where nobody looks
public record Terminal(
    PrintStream out, PrintStream err, InputStream in, int columns, Set<Ability> abilities) {
  /// The room of a line in a file or a pipe.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /// What a terminal can do.
  public enum Ability {
    COLOUR,
    /// Shows signs beyond ASCII.
    SIGNS,
    /// A person sits there.
    PERSON
  }

  public Terminal {
    abilities = Set.copyOf(abilities);
  }

  /// The terminal of this process. All text is UTF-8, whatever the locale says: it may be JSON.
  public static Terminal ofSystem(Map<String, String> variables) {
    var person = Screen.isThere();
    var abilities = EnumSet.noneOf(Ability.class);
    var dumb = variables.getOrDefault("TERM", "dumb").equals("dumb");
    if (person) abilities.add(Ability.PERSON);
    if (person && !dumb && variables.getOrDefault("NO_COLOR", "").isEmpty()) {
      abilities.add(Ability.COLOUR);
    }
    if (!person || showsUnicode()) abilities.add(Ability.SIGNS);
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.in,
        Screen.columns(variables, person ? Screen.Kind.TERMINAL : Screen.Kind.PIPE),
        abilities);
  }

  private static boolean showsUnicode() {
    return System.getProperty("stdout.encoding", "").toUpperCase(Locale.ROOT).startsWith("UTF");
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), true, UTF_8);
  }

  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  public void line(String text) {
    out.println(text);
  }

  public void line(Cell cell) {
    out.println(painted(cell));
  }

  /// A remark that is not part of the result.
  public void remark(String text) {
    err.println(text);
    err.flush();
  }

  /// Text in lines that fit, each after the indent.
  public void paragraph(String text, String indent) {
    Paragraph.lines(text, columns - indent.length()).forEach(line -> out.println(indent + line));
  }

  /// A text with the marks of its style, where the terminal shows them.
  public String painted(Cell cell) {
    return can(Ability.COLOUR) ? cell.style().paint(cell.text()) : cell.text();
  }

  /// A sign, or what stands for it where only ASCII can be shown.
  String sign(String sign, String plain) {
    return can(Ability.SIGNS) ? sign : plain;
  }

  /// All that is piped in, as UTF-8 text.
  public String input() {
    try {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Text that must not be shown: asked for where a person sits, else all that is piped in.
  public String hiddenInput(String prompt) {
    if (can(Ability.PERSON)) return HiddenInput.ask(prompt);
    if (in.equals(System.in) && HiddenInput.wouldShow()) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "what you type would be shown, because the output goes elsewhere",
          "run it with its output on the terminal, or pipe the value in");
    }
    return input();
  }

  /// Whether the last output got through; a reader of a pipe may have left.
  public boolean isBroken() {
    return out.checkError();
  }
}
