package outturn.tasks.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import outturn.tasks.sql.SqlStatement.Piece;

/// Splits a text into statements at `;`, and finds the parameters `:name` in them.
///
/// Nothing is looked for in `'strings'` (`E'\''` with backslashes), `"names"`, `` `names` ``,
/// `$tag$bodies$tag$`, `-- comments` and `/* comments */`, which may nest. `::` is a cast, and a
/// `:` right after a name, a number or a bracket is none of ours (`a[1:n]`).
final class SqlText {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern DOLLAR = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)?\\$");

  private final String text;
  private final List<SqlStatement> statements = new ArrayList<>();
  private List<Piece> pieces = new ArrayList<>();
  private StringBuilder plain = new StringBuilder();
  private int index;
  private int line = 1;
  private int firstLine;

  private SqlText(String text) {
    this.text = text;
  }

  /// The statements, without those that are empty.
  static List<SqlStatement> statements(String text) {
    return new SqlText(text).read();
  }

  private List<SqlStatement> read() {
    while (index < text.length()) {
      var comment = comment();
      if (comment > index) {
        ignored(comment);
      } else if (quoted() > index) {
        keep(quoted());
      } else {
        character(text.charAt(index));
      }
    }
    finish();
    return List.copyOf(statements);
  }

  private void character(char c) {
    switch (c) {
      case ';' -> {
        finish();
        index++;
      }
      case '?' -> {
        begin();
        add(new Piece.QuestionMark());
        index++;
      }
      case ':' -> colon();
      default -> {
        if (Character.isWhitespace(c)) {
          ignored(index + 1);
        } else {
          keep(index + 1);
        }
      }
    }
  }

  private void colon() {
    var name = NAME.matcher(text).region(index + 1, text.length());
    if (text.startsWith("::", index)) {
      keep(index + 2);
    } else if (isAfterOperand() || !name.lookingAt()) {
      keep(index + 1);
    } else {
      begin();
      add(new Piece.Parameter(name.group(), line));
      index = name.end();
    }
  }

  private boolean isAfterOperand() {
    if (index == 0) return false;
    var before = text.charAt(index - 1);
    return Character.isLetterOrDigit(before) || "_])".indexOf(before) >= 0;
  }

  /// The end of a comment that begins here, or this place.
  private int comment() {
    if (text.startsWith("--", index)) return endOf("\n", index);
    if (!text.startsWith("/*", index)) return index;
    var depth = 1;
    var end = index + 2;
    while (depth > 0 && end < text.length()) {
      if (text.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (text.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    }
    return end;
  }

  /// The end of a string, a quoted name or a dollar-quoted body that begins here, or this place.
  private int quoted() {
    var c = text.charAt(index);
    return switch (c) {
      case '\'' -> isEscapeString() ? escapeString() : endOf("'", index + 1);
      case '"', '`' -> endOf(String.valueOf(c), index + 1);
      case '$' -> {
        var tag = DOLLAR.matcher(text).region(index, text.length());
        if (isInName(index - 1) || !tag.lookingAt()) yield index;
        yield endOf(tag.group(), tag.end());
      }
      default -> index;
    };
  }

  private boolean isEscapeString() {
    return index > 0 && "Ee".indexOf(text.charAt(index - 1)) >= 0 && !isInName(index - 2);
  }

  private int escapeString() {
    var end = index + 1;
    while (end < text.length() && text.charAt(end) != '\'') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private boolean isInName(int place) {
    if (place < 0) return false;
    var c = text.charAt(place);
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private int endOf(String closing, int from) {
    var found = text.indexOf(closing, from);
    return found < 0 ? text.length() : found + closing.length();
  }

  private void keep(int end) {
    begin();
    append(end);
  }

  /// Blanks and comments do not begin a statement, but stay inside of one.
  private void ignored(int end) {
    if (isBegun()) {
      append(end);
    } else {
      countLines(end);
      index = end;
    }
  }

  private void append(int end) {
    plain.append(text, index, end);
    countLines(end);
    index = end;
  }

  private void countLines(int end) {
    for (var place = index; place < end; place++) {
      if (text.charAt(place) == '\n') line++;
    }
  }

  private boolean isBegun() {
    return !plain.isEmpty() || !pieces.isEmpty();
  }

  private void begin() {
    if (!isBegun()) firstLine = line;
  }

  private void add(Piece piece) {
    flush();
    pieces.add(piece);
  }

  private void flush() {
    if (!plain.isEmpty()) pieces.add(new Piece.Plain(plain.toString()));
    plain = new StringBuilder();
  }

  private void finish() {
    flush();
    if (!pieces.isEmpty()) statements.add(new SqlStatement(firstLine, pieces));
    pieces = new ArrayList<>();
  }
}
