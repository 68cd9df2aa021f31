package outturn.cli.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The periods of a file's rows: ascending, without gaps, one step apart.
public final class Timeline {
  private final CsvFile file;
  private final List<String> labels;
  private final List<LocalDate> starts;
  private final Step step;

  /// @param labels the periods as they are written
  /// @param starts their first days; the number of a row is told by the year
  Timeline(CsvFile file, List<String> labels, List<LocalDate> starts, Step step) {
    this.file = file;
    this.labels = List.copyOf(labels);
    this.starts = List.copyOf(starts);
    this.step = step;
  }

  public int size() {
    return labels.size();
  }

  /// A period as it is written in the file.
  public String label(int index) {
    return labels.get(index);
  }

  /// The first day of each period; of rows without dates the first day of the year with the number
  /// of the row, which charts then show as it is.
  public List<LocalDate> starts() {
    return starts;
  }

  /// The periods that would follow, as the file would write them.
  public Timeline ahead(int periods) {
    var monthEnds = starts.stream().allMatch(day -> day.plusDays(1).getDayOfMonth() == 1);
    var next =
        IntStream.rangeClosed(1, periods)
            .mapToObj(i -> step.after(starts.getLast(), i))
            .map(day -> monthEnds ? step.toEndOfMonth(day) : day)
            .toList();
    return new Timeline(file, next.stream().map(step.form()::text).toList(), next, step);
  }

  /// How far periods are from each other: `month`, `2 weeks`.
  public String step() {
    return step.words();
  }

  /// Where the period is that a text of the command line names: the first of the file's periods
  /// that begins in it.
  public int index(String text) {
    var form = form(text);
    var from = form.first(text).orElseThrow();
    var to = form.next(from);
    return IntStream.range(0, size())
        .filter(i -> !starts.get(i).isBefore(from) && starts.get(i).isBefore(to))
        .findFirst()
        .orElseThrow(() ->
            file.refused(
                0,
                Fault.OUTSIDE_THE_DATA,
                "no period of the file begins in %s".formatted(text),
                "the file has %s to %s, one each %s"
                    .formatted(first(), labels.getLast(), step.words())));
  }

  private PeriodForm form(String text) {
    var numbered = step.form() == PeriodForm.INDEX;
    return (numbered ? Optional.of(PeriodForm.INDEX) : PeriodForm.of(text))
        .filter(form -> form.first(text).isPresent() && numbered == (form == PeriodForm.INDEX))
        .orElseThrow(() ->
            file.refused(
                0,
                Fault.NOT_A_PERIOD,
                "'%s' is not a period".formatted(text),
                "expected one of the file, such as %s".formatted(first())));
  }

  private String first() {
    return labels.getFirst();
  }
}
