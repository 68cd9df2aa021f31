package outturn.cli.evidence.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import outturn.cli.csv.CsvFile;
import outturn.cli.csv.Fault;
import outturn.cli.csv.Numbers;
import outturn.cli.csv.Periods;
import outturn.cli.csv.SharedPeriods;
import outturn.cli.csv.Timeline;
import outturn.definition.text.Nearest;
import outturn.evidence.estimate.Answer;
import outturn.evidence.panel.Observation;
import outturn.evidence.panel.Panel;

/// The rows of a file that has one for each unit and period, in any order.
public final class PanelRows {
  private final CsvFile file;
  private final List<String> units;
  private final SharedPeriods periods;
  private final double[] values;

  private PanelRows(CsvFile file, List<String> units, SharedPeriods periods, double[] values) {
    this.file = file;
    this.units = units;
    this.periods = periods;
    this.values = values;
  }

  /// @param time one column, or two: `year,month`
  public static PanelRows of(CsvFile file, String unit, String time, String value) {
    var column = file.column(unit);
    var units = file.rows().stream().map(row -> row.cell(column).strip()).toList();
    var rows = new PanelRows(file, units, Periods.shared(file, time), Numbers.of(file, value));
    rows.checkCells();
    rows.checkBalance();
    return rows;
  }

  public Timeline timeline() {
    return periods.timeline();
  }

  /// The panel with the first treated period of each treated unit, indexed from 0.
  public Answer<Panel> panel(Map<String, Integer> starts) {
    var observations =
        IntStream.range(0, values.length)
            .mapToObj(i -> new Observation(units.get(i), number(periods.period(i)), values[i]))
            .toList();
    var numbered = new LinkedHashMap<String, Integer>();
    starts.forEach((name, start) -> numbered.put(name, number(start)));
    return Panel.of(observations, numbered).then(panel -> Answer.found(panel.withLabels(labels())));
  }

  private static int number(int period) {
    return period + 1;
  }

  private List<String> labels() {
    return IntStream.range(0, timeline().size()).mapToObj(timeline()::label).toList();
  }

  /// The same start for the units of these names.
  public Map<String, Integer> starts(List<String> names, String from) {
    var starts = new LinkedHashMap<String, Integer>();
    for (var name : names) starts.put(known(name.strip()), start(from));
    return starts;
  }

  private String known(String name) {
    if (units.contains(name)) return name;
    var all = new ArrayList<>(new LinkedHashSet<>(units));
    Collections.sort(all);
    throw file.refused(
        0,
        Fault.OUTSIDE_THE_DATA,
        "there is no unit '%s'".formatted(name),
        Nearest.hint(name, all));
  }

  /// The starts that stand in a column, the same in all rows of a unit; a unit without is never
  /// treated.
  public Map<String, Integer> starts(String column) {
    var position = file.column(column);
    var texts = new HashMap<String, String>();
    var starts = new LinkedHashMap<String, Integer>();
    for (var i = 0; i < units.size(); i++) {
      var unit = units.get(i);
      var cell = file.rows().get(i).cell(position).strip();
      var text = Numbers.isMissing(cell) ? "" : cell;
      var earlier = Optional.ofNullable(texts.putIfAbsent(unit, text));
      if (earlier.filter(other -> !other.equals(text)).isPresent()) {
        throw file.refused(
            line(i),
            Fault.DUPLICATE_PERIOD,
            "%s starts in '%s', and in a row above in '%s'".formatted(unit, text, earlier.get()),
            "expected the same start in all rows of a unit; it stays treated from there on");
      }
      if (earlier.isEmpty() && !text.isEmpty()) starts.put(unit, start(text));
    }
    return starts;
  }

  private int start(String text) {
    var start = timeline().index(text);
    if (start > 0) return start;
    throw file.refused(
        0,
        Fault.OUTSIDE_THE_DATA,
        "nothing stands before %s, from which units are to be treated".formatted(text),
        "expected periods before, too, to compare with");
  }

  private void checkCells() {
    for (var i = 0; i < values.length; i++) {
      if (units.get(i).isEmpty()) {
        throw file.refused(
            line(i), Fault.EMPTY, "the row has no unit", "expected a name in each row");
      }
      if (Double.isNaN(values[i])) {
        throw file.refused(
            line(i),
            Fault.NOT_A_NUMBER,
            "there is no value of %s".formatted(cell(i)),
            "expected one for each unit in each period: fill it, or leave the unit out");
      }
    }
  }

  private void checkBalance() {
    var lines = new HashMap<List<Object>, Integer>();
    for (var i = 0; i < values.length; i++) {
      var key = List.<Object>of(units.get(i), periods.period(i));
      var earlier = Optional.ofNullable(lines.put(key, line(i)));
      if (earlier.isPresent()) {
        throw file.refused(
            line(i),
            Fault.DUPLICATE_PERIOD,
            "%s stands in line %d too".formatted(cell(i), earlier.get()),
            "expected one row for each unit and period: add them up, or take a part of the rows");
      }
    }
    for (var unit : new LinkedHashSet<>(units)) {
      for (var period = 0; period < timeline().size(); period++) {
        if (lines.containsKey(List.<Object>of(unit, period))) continue;
        throw file.refused(
            0,
            Fault.IRREGULAR_PERIODS,
            "there is no row of %s in %s".formatted(unit, timeline().label(period)),
            "expected one for each unit in each period: add it, or leave the unit out");
      }
    }
  }

  private String cell(int row) {
    return "%s in %s".formatted(units.get(row), timeline().label(periods.period(row)));
  }

  private int line(int row) {
    return file.rows().get(row).line();
  }
}
