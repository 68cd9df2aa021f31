package outturn.outcome.statement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers in text, in digits or in words.
final class Numbers {
  private static final List<String> WORDS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  /// How a number may begin.
  static final String SHAPE =
      "(?:\\d[\\d.,]*|%s|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half)"
          .formatted(String.join("|", WORDS));

  private static final Pattern NUMBER = Pattern.compile(SHAPE + "(?:st|nd|rd|th)?");
  private static final Pattern DIGITS = Pattern.compile("\\d+(?:\\.\\d+)?");

  private Numbers() {}

  static boolean isNumber(String word) {
    return NUMBER.matcher(word).matches();
  }

  /// The value of a number that stands first in a text, if it can be told.
  static OptionalDouble value(String text) {
    var first = text.strip().split("[\\s%]", -1)[0].replace(",", "");
    var word = WORDS.indexOf(first);
    if (word >= 0) return OptionalDouble.of(word);
    return DIGITS.matcher(first).matches()
        ? OptionalDouble.of(Double.parseDouble(first))
        : OptionalDouble.empty();
  }
}
