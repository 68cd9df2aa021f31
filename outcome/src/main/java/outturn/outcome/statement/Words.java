package outturn.outcome.statement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A statement as words and marks.
///
/// @param written each as it stands in the text
record Words(List<String> written) {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\d]+(?:(?:[-'’./]|(?<=\\d),(?=\\d))[\\p{L}\\d]+)*|%|[,;:()]");
  private static final Set<String> OPENERS =
      Set.of(
          "by",
          "from",
          "in",
          "on",
          "at",
          "within",
          "during",
          "after",
          "before",
          "until",
          "since",
          "starting",
          "over",
          "once",
          "when",
          "as");
  private static final Set<String> DETERMINERS =
      Set.of(
          "a", "an", "the", "all", "every", "each", "our", "their", "its", "your", "new", "this",
          "these", "any", "both", "more", "up", "no");

  Words {
    written = List.copyOf(written);
  }

  static Words of(String text) {
    return new Words(WORD.matcher(text).results().map(found -> found.group()).toList());
  }

  int size() {
    return written.size();
  }

  boolean isEmpty() {
    return written.isEmpty();
  }

  /// A word in lower case; empty behind the end.
  String low(int index) {
    return index < written.size() ? written.get(index).toLowerCase(Locale.ROOT) : "";
  }

  List<String> low() {
    return written.stream().map(Lexicon::lower).toList();
  }

  Words from(int start) {
    return new Words(written.subList(Math.min(start, size()), size()));
  }

  Words to(int end) {
    return new Words(written.subList(0, Math.min(end, size())));
  }

  /// Without a time or condition that stands before the sentence: `By Easter, …`.
  Words withoutOpening() {
    var amount = low(1).equals("least") || low(1).equals("most");
    if (amount || !OPENERS.contains(low(0))) return this;
    var comma = written.indexOf(",");
    return comma < 0 ? this : from(comma + 1);
  }

  /// Up to the first mark behind the beginning.
  Words firstPart() {
    for (var i = 1; i < size(); i++) {
      if (isMark(i)) return to(i);
    }
    return this;
  }

  boolean isMark(int index) {
    return ",;:()".contains(low(index));
  }

  boolean isDeterminer(int index) {
    return DETERMINERS.contains(low(index));
  }

  boolean isNumber(int index) {
    return Numbers.isNumber(low(index));
  }

  String text() {
    return String.join(" ", written).replace(" ,", ",").replace(" %", "%").strip();
  }
}
