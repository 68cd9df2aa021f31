package outturn.definition.schedule;

import static outturn.definition.schedule.CronField.DAY_OF_MONTH;
import static outturn.definition.schedule.CronField.DAY_OF_WEEK;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import outturn.definition.schedule.CronReader.Word;

/// Reads one field of a cron expression, from left to right.
final class CronFieldReader {

  private final String text;
  private final CronField field;
  private final int end;
  private int index;
  private long bits;
  private final List<DayRule> rules = new ArrayList<>();

  CronFieldReader(String text, Word word, CronField field) {
    this.text = text;
    this.field = field;
    this.index = word.index();
    this.end = word.end();
  }

  CronDays.Part read() {
    do {
      item();
    } while (take(','));
    if (index < end) {
      throw malformed(index, "unexpected '%s'; expected ',' or the end".formatted(rest()));
    }
    return new CronDays.Part(new Values(bits), rules);
  }

  private void item() {
    var isDay = field == DAY_OF_MONTH || field == DAY_OF_WEEK;
    if (take('*') || (isDay && take('?'))) {
      range(field.least, field.most, step());
      return;
    }
    if (field == DAY_OF_MONTH && takeLetter('L')) {
      fromEnd();
      return;
    }
    var start = index;
    var value = value();
    if (take('-')) {
      range(value, value(), step());
    } else if (field == DAY_OF_MONTH && takeLetter('W')) {
      rules.add(new DayRule.NearestWeekday(new DayRule.Numbered(value)));
    } else if (field == DAY_OF_WEEK && takeLetter('L')) {
      rules.add(new DayRule.LastOf(weekday(value)));
    } else if (field == DAY_OF_WEEK && take('#')) {
      rules.add(new DayRule.NthOf(weekday(value), number(1, 5, "place in the month")));
    } else if (isAt('/')) {
      range(value == CronField.LATE_SUNDAY && field == DAY_OF_WEEK ? 0 : value, field.most, step());
    } else if (index < end && !isAt(',')) {
      throw malformed(start, "'%s' is not a value; expected %s".formatted(word(start), expected()));
    } else {
      add(value);
    }
  }

  /// What follows an `L` among the days of the month.
  private void fromEnd() {
    var before = take('-') ? number(1, 30, "days before the last") : 0;
    var day = new DayRule.FromEnd(before);
    rules.add(takeLetter('W') ? new DayRule.NearestWeekday(day) : day);
  }

  /// A step after a range, 1 when there is none.
  private int step() {
    return take('/') ? number(1, field.size(), "step") : 1;
  }

  /// Adds every `step`th value of a range, which may run over the field's end.
  private void range(int from, int to, int step) {
    var last = from <= to ? to : to + field.size();
    for (var value = from; value <= last; value += step) add(value);
  }

  private void add(int value) {
    bits |= 1L << (value > field.most ? value - field.size() : value);
  }

  /// A number or a name of this field.
  private int value() {
    var start = index;
    if (!isDigit()) {
      var named = field.named(text.substring(start, Math.min(start + 3, end)));
      if (named < 0) throw unknown(start);
      index += 3;
      return named;
    }
    return number(field.least, field.mostWritten(), field.word);
  }

  private int number(int least, int most, String what) {
    var start = index;
    while (isDigit()) index++;
    var digits = text.substring(start, index);
    if (digits.isEmpty()) {
      throw malformed(start, "%s is missing; expected %d to %d".formatted(what, least, most));
    }
    var value = digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (value < least || value > most) {
      throw malformed(start, "%s %s; expected %d to %d".formatted(what, digits, least, most));
    }
    return value;
  }

  private Malformed unknown(int start) {
    if (field == DAY_OF_WEEK && (isAt('L') || isAt('l'))) {
      return malformed(start, "'L' alone names no weekday; expected for example 6L, last Saturday");
    }
    if (word(start).isEmpty())
      return malformed(start, "a value is missing; expected " + expected());
    return malformed(start, "'%s' is not a value; expected %s".formatted(word(start), expected()));
  }

  private Malformed malformed(int where, String problem) {
    return Malformed.cron(text, where, "in the field for %s, %s".formatted(field.word, problem));
  }

  private String expected() {
    return switch (field) {
      case SECOND, MINUTE, HOUR, MONTH -> "*, " + field.expected();
      case DAY_OF_MONTH -> "*, ?, L, LW, L-3, 15W, " + field.expected();
      case DAY_OF_WEEK -> "*, ?, 6L, 6#3, " + field.expected();
    };
  }

  private static DayOfWeek weekday(int fromSunday) {
    return fromSunday == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(fromSunday);
  }

  /// What is written from an index up to the next comma.
  private String word(int start) {
    var comma = text.indexOf(',', start);
    return text.substring(start, comma < 0 || comma > end ? end : comma);
  }

  private String rest() {
    return text.substring(index, end);
  }

  private boolean take(char expected) {
    if (!isAt(expected)) return false;
    index++;
    return true;
  }

  private boolean takeLetter(char upper) {
    return take(upper) || take(Character.toLowerCase(upper));
  }

  private boolean isAt(char expected) {
    return index < end && text.charAt(index) == expected;
  }

  private boolean isDigit() {
    return index < end && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }
}
