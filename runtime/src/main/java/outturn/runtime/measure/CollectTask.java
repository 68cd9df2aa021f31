package outturn.runtime.measure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outturn.definition.measure.GraphSource;
import outturn.definition.measure.Measure;
import outturn.definition.project.Project;
import outturn.engine.run.RunId;
import outturn.outcome.period.Periods;
import outturn.runtime.project.Versions;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;
import outturn.store.measure.RunFigures;
import outturn.store.measure.Source;

/// Collects the values of a measure from its source, all or nothing: what is new, and what has come
/// out differently.
///
/// Settings: `measure`, `version` of the project, `run`, `businessDate`, and `from` and `to` of a
/// backfill; `trial` to record nothing; `connection` and `text` for a query, `url` and `headers`
/// for a web service, `tenant`, `client`, `secret`, `login` and `service` for usage reports.
public final class CollectTask implements TaskType {
  private static final int MOST_ROWS = 500_000;

  private final Versions versions;
  private final Observations observations;
  private final RunFigures figures;
  private final Queries queries;
  private final Answers answers;
  private final Consumer<String> news;
  private final InstantSource clock;

  /// @param queries asks databases
  /// @param answers asks web services
  /// @param news hears the name of a measure that was collected
  public CollectTask(
      Versions versions,
      Observations observations,
      RunFigures figures,
      Queries queries,
      Answers answers,
      Consumer<String> news,
      InstantSource clock) {
    this.versions = versions;
    this.observations = observations;
    this.figures = figures;
    this.queries = queries;
    this.answers = answers;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "collect";
  }

  @Override
  public Result run(Request request) throws InterruptedException {
    var name = text(request, "measure").orElse("");
    var project = versions.project((Long) request.settings().getOrDefault("version", 0L));
    var measure = project.measures().find(name);
    if (measure.isEmpty() || !measure.get().isCollected()) {
      return Result.Failed.of(
          Result.Kind.START,
          "measure '%s' has no source to collect from in this version".formatted(name));
    }
    return new Collection(request, project, measure.get(), clock.instant()).made();
  }

  private static Optional<String> text(Request request, String setting) {
    return Optional.ofNullable(request.settings().get(setting))
        .map(Object::toString)
        .filter(value -> !value.isEmpty());
  }

  private static Optional<LocalDate> date(Request request, String setting) {
    return text(request, setting).map(LocalDate::parse);
  }

  /// One attempt.
  private final class Collection {
    private final Request request;
    private final Project project;
    private final Measure measure;
    private final Instant now;
    private final Span span;
    private final Rows rows;
    private int outside;

    Collection(Request request, Project project, Measure measure, Instant now) {
      this.request = request;
      this.project = project;
      this.measure = measure;
      this.now = now;
      this.rows = new Rows(measure, now);
      var today = LocalDate.ofInstant(now, measure.rhythm().timezone());
      var wish =
          new Span.Wish(
              date(request, "from"),
              date(request, "to"),
              date(request, "businessDate").orElse(today),
              observations.lastPeriod(measure.name()));
      this.span = Span.of(measure, project, wish, now);
    }

    Result made() throws InterruptedException {
      if (span.isEmpty()) {
        note("nothing to collect: no period from %s on has ended".formatted(span.firstDay()));
        return new Result.Done(Map.of());
      }
      var failure = read();
      if (failure != null) return failure;
      return switch (rows.checked()) {
        case Rows.Checked.Wrong(var problems) ->
            Result.Failed.of(Result.Kind.ANSWER, String.join("\n", problems));
        case Rows.Checked.Right(var right) -> isTrial() ? tried(right) : recorded(right);
      };
    }

    private @Nullable Result read() throws InterruptedException {
      switch (measure.source().orElseThrow()) {
        case Measure.Source.Sql _ -> {
          var result = query();
          if (result instanceof Result.Failed) return result;
        }
        case Measure.Source.Http source -> {
          var result = answers.ask(asked("http", days()), json -> take(source, json));
          if (result instanceof Result.Failed) return result;
        }
        case Measure.Source.Graph(var source) -> {
          var result = usage(source);
          if (result instanceof Result.Failed) return result;
        }
        case Measure.Source.Prometheus source -> {
          var samples = new PrometheusSamples(measure, source, answers, rows::problem);
          var result = samples.read(request, span, given -> rows.add("Prometheus", given));
          if (result instanceof Result.Failed) return result;
        }
        case Measure.Source.Csv(var file) -> {
          var text = project.files().text(file).orElse("");
          new CsvText(text, file + ", ", rows::problem).lines().forEach(this::row);
        }
        case Measure.Source.OfWorkflow source ->
            new WorkflowFigures(figures, project, measure)
                .of(source, span)
                .forEach(given -> rows.add("the runs of " + source.workflow(), given));
        case Measure.Source.OfSurvey _ ->
            throw new IllegalStateException("the value comes when a wave closes");
      }
      return null;
    }

    /// Asks for usage reports, and takes the figures of periods that are whole in them.
    private Result usage(GraphSource source) throws InterruptedException {
      var periods = new Periods(measure.rhythm().cadence());
      var figures =
          new UsageFigures(source, periods, span, LocalDate.ofInstant(now, ZoneOffset.UTC));
      var asked = asked("graph", Map.of("calls", figures.calls()));
      var result = answers.ask(asked, answer -> take(figures, answer));
      if (result instanceof Result.Done) {
        figures.given(this::note).forEach(given -> rows.add("the usage reports", given));
      }
      return result;
    }

    private void take(UsageFigures figures, Object answer) {
      if (!(answer instanceof Map<?, ?> report)) throw new IllegalStateException("not a report");
      figures.take(
          String.valueOf(report.get("call")), String.valueOf(report.get("text")), rows::problem);
    }

    /// The rows of an answer, each with the columns that are found in it.
    private void take(Measure.Source.Http source, Object json) {
      var found = source.rows().select(json);
      if (found.isEmpty()) {
        rows.problem("the answer has nothing at %s".formatted(source.rows()));
      }
      int count = 0;
      for (var row : found) {
        if (++count > MOST_ROWS) {
          rows.problem("more than %,d rows".formatted(MOST_ROWS));
          return;
        }
        var place = "row " + count;
        if (row instanceof Map<?, ?> object) row(new CsvText.Line(place, cells(source, object)));
        else rows.problem("%s at %s is not an object".formatted(place, source.rows()));
      }
    }

    private static Map<String, Object> cells(Measure.Source.Http source, Map<?, ?> row) {
      var cells = new HashMap<String, Object>();
      row.forEach((name, value) -> {
        if (name != null && value != null) cells.put(name.toString(), value);
      });
      source
          .columns()
          .forEach((column, path) -> {
            cells.remove(column);
            path.select(row).stream().findFirst().ifPresent(value -> cells.put(column, value));
          });
      return cells;
    }

    private Map<String, Object> days() {
      var days = Map.of("from", span.firstDay().toString(), "to", span.lastDay().toString());
      return Map.of("params", days);
    }

    private Request asked(String type, Map<String, Object> more) {
      var settings = new HashMap<>(request.settings());
      settings.putAll(more);
      return new Request(
          type,
          settings,
          Map.of(),
          request.environment(),
          request.places(),
          request.log(),
          request.timeout());
    }

    private Result query() throws InterruptedException {
      var count = new int[1];
      return queries.ask(
          asked("sql", days()),
          cells -> {
            if (++count[0] <= MOST_ROWS) row(new CsvText.Line("row " + count[0], cells));
            if (count[0] == MOST_ROWS + 1) rows.problem("more than %,d rows".formatted(MOST_ROWS));
          });
    }

    /// A file is read whole whenever it is read; only a backfill limits it. Otherwise rows outside
    /// of the span are left out: of periods that have not ended, or that nobody asked for.
    private void row(CsvText.Line line) {
      var columns = new RowColumns(measure, rows::problem);
      columns
          .read(line.place(), line.cells())
          .ifPresent(given -> {
            if (isWanted(given.period())) {
              rows.add(line.place(), given);
            } else {
              outside++;
            }
          });
    }

    private boolean isWanted(LocalDate period) {
      boolean isWholeFile =
          measure.source().orElseThrow() instanceof Measure.Source.Csv
              && span.wanted() == Span.Origin.RULE;
      return isWholeFile ? !period.isAfter(span.lastDay()) : span.includes(period);
    }

    private boolean isTrial() {
      return text(request, "trial").filter("true"::equals).isPresent();
    }

    private Result tried(List<Observation> right) {
      new Trial(measure, observations, now).of(right, span).forEach(this::note);
      return new Result.Done(Map.of());
    }

    private Result recorded(List<Observation> right) {
      var run = RunId.parse(text(request, "run").orElse(""));
      var counts = observations.append(measure.name(), right, now, new Source.Run(run));
      note(
          "%s to %s: %d added, %d revised, %d unchanged%s"
              .formatted(
                  span.firstDay(),
                  span.lastDay(),
                  counts.added(),
                  counts.revised(),
                  counts.unchanged(),
                  outside == 0 ? "" : ", %d rows of other periods left out".formatted(outside)));
      news.accept(measure.name());
      return new Result.Done(Map.of());
    }

    private void note(String text) {
      request.log().line(Log.Stream.NOTE, text);
    }
  }
}
