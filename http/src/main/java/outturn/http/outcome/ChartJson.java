package outturn.http.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.change.Change;
import outturn.definition.outcome.Outcome.Target;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Limits;
import outturn.evidence.xmr.Signal;
import outturn.evidence.xmr.XmrPhase;
import outturn.evidence.xmr.XmrPoint;
import outturn.outcome.position.Picture;
import outturn.outcome.position.Position;

/// What a chart shows, as numbers; missing values are null.
final class ChartJson {
  private ChartJson() {}

  private record Phase(
      LocalDate from, Optional<Double> mean, Optional<Double> lower, Optional<Double> upper) {}

  private record Flag(LocalDate period, String kind, String rule) {}

  private record Hollow(LocalDate period, double value, String why) {}

  record Dated(LocalDate date, String name, String title) {}

  record Span(LocalDate from, LocalDate to) {}

  static Map<String, @Nullable Object> of(Position position) {
    var picture = position.picture();
    int size = picture.periods().size();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("periods", picture.periods());
    json.put("values", numbers(picture.xmr().series()));
    json.put("raw", picture.raw().map(ChartJson::numbers).orElse(null));
    json.put("excluded", excluded(position));
    json.put("phases", picture.xmr().phases().stream().map(each -> phase(picture, each)).toList());
    json.put("flags", flags(picture));
    json.put("changes", picture.changes().stream().map(ChartJson::dated).toList());
    json.put("planned", picture.plan().map(plan -> numbers(plan.series(size))).orElse(null));
    json.put(
        "baseline",
        position
            .standing()
            .baseline()
            .map(before -> new Span(before.from(), before.to()))
            .or(() -> position.goal().baseline().map(days -> new Span(days.from(), days.to())))
            .orElse(null));
    json.put("target", position.goal().target().map(Target::value).orElse(null));
    return json;
  }

  static Dated dated(Change change) {
    return new Dated(change.date(), change.name(), change.title());
  }

  private static List<@Nullable Double> numbers(Series series) {
    var numbers = new ArrayList<@Nullable Double>();
    for (double value : series.toArray()) numbers.add(Double.isNaN(value) ? null : value);
    return numbers;
  }

  private static List<Hollow> excluded(Position position) {
    var picture = position.picture();
    return position.quality().excluded().stream()
        .filter(each -> picture.periods().contains(each.period()))
        .map(each ->
            new Hollow(
                each.period(),
                picture.excluded().value(picture.periods().indexOf(each.period())),
                each.why()))
        .toList();
  }

  private static Phase phase(Picture picture, XmrPhase phase) {
    return new Phase(
        picture.periods().get(phase.window().from()),
        phase.limits().map(Limits::centre),
        phase.limits().map(Limits::lower),
        phase.limits().map(Limits::upper));
  }

  private static List<Flag> flags(Picture picture) {
    return picture.xmr().points().stream()
        .filter(XmrPoint::isSpecialCause)
        .map(point -> flag(picture, point))
        .toList();
  }

  private static Flag flag(Picture picture, XmrPoint point) {
    return new Flag(
        picture.periods().get(point.index()),
        word(point.variation()),
        point.signal().map(Signal::rule).map(ChartJson::word).orElse(""));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
