package outturn.definition.measure;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Expressions;
import outturn.definition.measure.Measure.Better;
import outturn.definition.measure.Measure.Cadence;
import outturn.definition.measure.Measure.Quantity;
import outturn.definition.measure.Measure.Rhythm;
import outturn.definition.measure.Measure.Season;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads documents of kind `measure`.
public final class MeasureReader {
  private static final Key<List<Double>> WITHIN =
      Key.required("within", Groups.list(Forms.number()), "The two limits.");
  private static final Shape WITHIN_SHAPE = new Shape("range", WITHIN);
  private static final Form<String> DIRECTION = Choices.words("higher", "lower");

  private static final Key<String> QUESTION =
      Key.optional("question", Forms.text(), "What it answers, in plain words.");
  private static final Key<String> OWNER =
      Key.optional("owner", Forms.text(), "Who answers for it; a group.");
  private static final Key<Measure.Type> TYPE =
      Key.required("type", Choices.of(Measure.Type.class), "What kind of number it is.");
  private static final Key<String> UNIT =
      Key.optional("unit", Forms.text(), "Every amount of this measure is in it.");
  private static final Key<Better> BETTER =
      Key.required("better", better(), "higher, lower or {within: [a, b]}.");
  private static final Key<Cadence> CADENCE =
      Key.required("cadence", Choices.of(Cadence.class), "How long a period is.");
  private static final Key<Duration> LAG =
      Key.optional("lag", Forms.duration(), "After a period's end its value is known; 0s.");
  private static final Key<String> SEGMENTS =
      Key.optional("segments", Forms.text(), "What a value may be split by.");
  private static final Key<Double> MINIMUM_IMPORTANT_CHANGE =
      Key.optional("minimumImportantChange", Forms.number(), "Less matters to nobody.");
  private static final Key<Season> SEASONAL =
      Key.optional("seasonal", Choices.of(Season.class), "Shown without its season.");
  private static final Key<ZoneId> TIMEZONE =
      Key.optional("timezone", Forms.zone(), "In which periods begin and end; UTC by default.");

  public static final Shape SHAPE =
      new Shape(
          "measure",
          Heading.KIND,
          Heading.NAME,
          Heading.TITLE,
          QUESTION,
          OWNER,
          TYPE,
          UNIT,
          BETTER,
          CADENCE,
          LAG,
          SEGMENTS,
          SourceReader.SOURCE,
          MINIMUM_IMPORTANT_CHANGE,
          SEASONAL,
          TIMEZONE,
          QualityReader.QUALITY,
          Key.notYet("sample"),
          Key.notYet("calendar"));

  private final SourceReader sources;
  private final QualityReader quality;

  public MeasureReader(Expressions expressions, Uses uses, Problems problems) {
    this.sources = new SourceReader(expressions, uses, problems);
    this.quality = new QualityReader(problems);
  }

  public Measure read(Values values) {
    var name = values.text(Heading.NAME);
    var quantity =
        new Quantity(
            values.get(TYPE, Measure.Type.COUNT),
            values.find(UNIT),
            values.get(BETTER, new Better.Higher()),
            values.find(MINIMUM_IMPORTANT_CHANGE));
    var rhythm =
        new Rhythm(
            values.get(CADENCE, Cadence.MONTHLY),
            values.get(LAG, Duration.ZERO),
            values.get(TIMEZONE, ZoneOffset.UTC),
            values.find(SEASONAL));
    var source =
        values.find(SourceReader.SOURCE).flatMap(each -> sources.read(each, rhythm.cadence()));
    return new Measure(
        name,
        new Measure.About(
            values.get(Heading.TITLE, name), values.find(QUESTION), values.find(OWNER)),
        quantity,
        rhythm,
        values.find(SEGMENTS),
        source,
        values
            .find(QualityReader.QUALITY)
            .map(each -> quality.read(each, quantity, rhythm, source))
            .orElse(Quality.ANY));
  }

  private static Form<Better> better() {
    return new Form<>(
        "higher, lower or {within: [a, b]}",
        Map.of("anyOf", List.of(DIRECTION.schema(), WITHIN_SHAPE.schema())),
        (form, node, problems) ->
            switch (node) {
              case Node.Scalar scalar ->
                  DIRECTION
                      .read(scalar, problems)
                      .map(
                          word -> word.equals("higher") ? new Better.Higher() : new Better.Lower());
              case Node.Mapping mapping -> within(WITHIN_SHAPE.read(mapping, problems), problems);
              case Node.Listing listing -> form.refuse(listing, problems);
            });
  }

  private static Optional<Better> within(Values values, Problems problems) {
    var limits = values.list(WITHIN);
    if (limits.size() == 2 && limits.getFirst() <= limits.getLast()) {
      return Optional.of(new Better.Within(limits.getFirst(), limits.getLast()));
    }
    problems.add(
        values.position(WITHIN),
        "not-in-order",
        "expected two limits, the lower one first",
        "write {within: [a, b]}");
    return Optional.empty();
  }
}
