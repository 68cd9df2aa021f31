package outturn.definition.schedule;

import static outturn.definition.schedule.CronField.DAY_OF_MONTH;
import static outturn.definition.schedule.CronField.DAY_OF_WEEK;
import static outturn.definition.schedule.CronField.HOUR;
import static outturn.definition.schedule.CronField.MINUTE;
import static outturn.definition.schedule.CronField.MONTH;
import static outturn.definition.schedule.CronField.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a whole cron expression.
final class CronReader {

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final int FIELDS = 5;
  private static final String FORM =
      "expected 5 fields (minute, hour, day of month, month, day of week), or 6 with seconds first";
  private static final Map<String, String> SHORTHANDS =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");

  private final String text;

  CronReader(String text) {
    this.text = text;
  }

  Cron read() {
    var words = words();
    if (words.isEmpty()) throw Malformed.cron(text, 0, "nothing is written; " + FORM);
    var first = words.getFirst();
    if (first.text().startsWith("@")) return shorthand(words);
    if (first.text().contains("=")) {
      throw Malformed.cron(text, first.index(), "a time zone does not belong here, but beside it");
    }
    return switch (words.size()) {
      case FIELDS -> fields(new Values(1), words);
      case FIELDS + 1 -> fields(field(first, SECOND).plain(), words.subList(1, words.size()));
      default ->
          throw Malformed.cron(
              text, words.getLast().index(), "found %d; %s".formatted(words.size(), FORM));
    };
  }

  private Cron shorthand(List<Word> words) {
    var word = words.getFirst();
    var fields = SHORTHANDS.get(word.text().toLowerCase(Locale.ROOT));
    if (fields == null) {
      var known = String.join(" ", SHORTHANDS.keySet().stream().sorted().toList());
      throw Malformed.cron(
          text,
          word.index(),
          "unknown word '%s'; expected one of %s".formatted(word.text(), known));
    }
    if (words.size() > 1) {
      var extra = words.get(1);
      throw Malformed.cron(
          text, extra.index(), "expected nothing after '%s'".formatted(word.text()));
    }
    return new CronReader(fields).read().writtenAs(text);
  }

  private Cron fields(Values seconds, List<Word> words) {
    var minutes = field(words.get(0), MINUTE).plain();
    var hours = field(words.get(1), HOUR).plain();
    var ofMonth = words.get(2);
    var ofWeek = words.get(4);
    var join = ofMonth.isOpen() || ofWeek.isOpen() ? CronDays.Join.BOTH : CronDays.Join.EITHER;
    var days =
        new CronDays(
            field(ofMonth, DAY_OF_MONTH),
            field(words.get(3), MONTH).plain(),
            field(ofWeek, DAY_OF_WEEK),
            join);
    if (days.never()) {
      throw Malformed.cron(
          text, ofMonth.index(), "no date ever matches these days; expected a day that exists");
    }
    return new Cron(text, new CronTimes(seconds, minutes, hours), days);
  }

  private CronDays.Part field(Word word, CronField field) {
    return new CronFieldReader(text, word, field).read();
  }

  private List<Word> words() {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) words.add(new Word(matcher.group(), matcher.start()));
    return words;
  }

  /// A field as it is written, and where.
  record Word(String text, int index) {
    int end() {
      return index + text.length();
    }

    boolean isOpen() {
      return text.startsWith("*") || text.startsWith("?");
    }
  }
}
