package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `~` of OpenBSD and cronie, a value that is drawn when the table is read: drawn here once and
/// for all, from the text of the line, so that another import draws the same.
final class RandomRange {
  private static final Pattern RANGE =
      Pattern.compile("(?<from>[0-9]{0,2})~(?<to>[0-9]{0,2})(/(?<step>[0-9]{1,2}))?");
  private static final int[] LEAST = {0, 0, 1, 1, 0};
  // The 28th is the last day that every month has.
  private static final int[] MOST = {59, 23, 28, 12, 6};

  private final RandomGenerator random;

  RandomRange(String line) {
    this.random = new SplittableRandom(line.hashCode());
  }

  static boolean isIn(List<String> fields) {
    return fields.stream().anyMatch(field -> field.contains("~"));
  }

  /// The five fields with a value for each range; what is no range stays.
  List<String> drawn(List<String> fields) {
    var drawn = new ArrayList<String>();
    for (var index = 0; index < fields.size(); index++) {
      drawn.add(drawn(fields.get(index), index));
    }
    return drawn;
  }

  private String drawn(String field, int index) {
    var items = new ArrayList<String>();
    for (var item : field.split(",", -1)) {
      var range = RANGE.matcher(item);
      items.add(range.matches() ? value(range, index) : item);
    }
    return String.join(",", items);
  }

  private String value(Matcher range, int index) {
    var from = number(range.group("from"), LEAST[index]);
    var to = number(range.group("to"), MOST[index]);
    if (from > to) return range.group();
    if (range.group("step") == null) return Integer.toString(random.nextInt(from, to + 1));
    var step = Math.max(1, number(range.group("step"), 1));
    return "%d-%d/%d".formatted(random.nextInt(from, Math.min(to, from + step - 1) + 1), to, step);
  }

  private static int number(String digits, int otherwise) {
    return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
  }
}
