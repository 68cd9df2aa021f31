package outturn.definition.notify;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `quiet:` of a channel.
final class QuietReader {
  private static final Key<LocalTime> FROM =
      Key.required("from", time(), "When they begin: 22:00.");
  private static final Key<LocalTime> TO = Key.required("to", time(), "When they end: 06:00.");
  private static final Key<ZoneId> TIMEZONE =
      Key.optional("timezone", Forms.zone(), "Of these times; UTC by default.");
  private static final Key<List<Occasion>> EXCEPT =
      Key.optional(
          "except", Groups.oneOrMany(Choices.of(Occasion.class)), "What is told all the same.");

  static final Key<Values> QUIET =
      Key.optional(
          "quiet",
          new Shape("quiet", FROM, TO, TIMEZONE, EXCEPT).form(),
          "Hours in which nothing is sent; afterwards all of it together.");

  private QuietReader() {}

  static Channel.Quiet read(Values values, Problems problems) {
    var from = values.get(FROM, LocalTime.MIDNIGHT);
    var to = values.get(TO, LocalTime.NOON);
    if (from.equals(to)) {
      problems.add(
          values.position(TO),
          "not-in-order",
          "quiet hours that end when they begin never end",
          "write another time");
    }
    return new Channel.Quiet(
        from, to, values.get(TIMEZONE, ZoneOffset.UTC), Set.copyOf(values.list(EXCEPT)));
  }

  private static Form<LocalTime> time() {
    return Forms.named("a time such as \"22:00\"", "([01][0-9]|2[0-3]):[0-5][0-9]")
        .as(LocalTime::parse);
  }
}
