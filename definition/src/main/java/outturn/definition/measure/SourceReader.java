package outturn.definition.measure;

import java.util.List;
import java.util.Optional;
import outturn.definition.expression.Expressions;
import outturn.definition.measure.Measure.Cadence;
import outturn.definition.measure.Measure.Figure;
import outturn.definition.measure.Measure.Source;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;
import outturn.definition.workflow.Action;

/// Reads `source:` of a measure.
final class SourceReader {
  private static final Key<Placed<String>> CONNECTION =
      Key.required("connection", Forms.name().placed(), "The connection to ask.");
  private static final Key<String> STATEMENT =
      Key.optional("statement", Forms.text(), "SQL; gets :from and :to.");
  private static final Key<Placed<String>> FILE =
      Key.optional("file", Forms.text().placed(), "A file of the project that holds the SQL.");
  private static final Shape SQL_SHAPE = new Shape("sql source", CONNECTION, STATEMENT, FILE);
  private static final Key<Values> SQL =
      Key.optional("sql", SQL_SHAPE.form(), "A query that gives period and value.");

  private static final Key<Placed<String>> CSV_FILE =
      Key.required("file", Forms.text().placed(), "A file of the project.");
  private static final Shape CSV_SHAPE = new Shape("csv source", CSV_FILE);
  private static final Key<Values> CSV =
      Key.optional("csv", CSV_SHAPE.form(), "A file with period and value.");

  private static final Key<Placed<String>> WORKFLOW =
      Key.required("name", Forms.name().placed(), "The workflow.");
  private static final Key<Figure> VALUE =
      Key.required("value", Choices.of(Figure.class), "What is counted of its runs.");
  private static final Key<Placed<String>> DEADLINE =
      Key.optional("deadline", Forms.name().placed(), "For lateness: against which deadline.");
  private static final Shape WORKFLOW_SHAPE =
      new Shape("workflow source", WORKFLOW, VALUE, DEADLINE);
  private static final Key<Values> OF_WORKFLOW =
      Key.optional("workflow", WORKFLOW_SHAPE.form(), "A figure of a workflow's own runs.");

  private static final Key<Placed<String>> SURVEY =
      Key.optional("survey", Forms.name().placed(), "A survey, with item.");
  private static final Key<Placed<String>> ITEM =
      Key.optional("item", Forms.name().placed(), "For survey: an item, or an instrument's score.");

  private static final Shape SHAPE =
      new Shape(
          "source",
          SQL,
          CSV,
          OF_WORKFLOW,
          HttpSourceReader.HTTP,
          GraphSourceReader.GRAPH,
          PrometheusSourceReader.PROMETHEUS,
          SURVEY,
          ITEM);
  static final Key<Values> SOURCE =
      Key.optional("source", SHAPE.form(), "Where values come from; else people enter them.");

  private final Uses uses;
  private final Problems problems;
  private final HttpSourceReader http;
  private final GraphSourceReader graph;
  private final PrometheusSourceReader prometheus;

  SourceReader(Expressions expressions, Uses uses, Problems problems) {
    this.uses = uses;
    this.problems = problems;
    this.http = new HttpSourceReader(expressions, problems);
    this.graph = new GraphSourceReader(expressions, problems);
    this.prometheus = new PrometheusSourceReader(expressions, problems);
  }

  Optional<Source> read(Values values, Cadence cadence) {
    var written =
        List.<Key<?>>of(
                SQL,
                CSV,
                OF_WORKFLOW,
                HttpSourceReader.HTTP,
                GraphSourceReader.GRAPH,
                PrometheusSourceReader.PROMETHEUS,
                SURVEY)
            .stream()
            .filter(values::has)
            .toList();
    if (written.size() > 1) {
      problems.add(
          values.keyPosition(written.get(1)),
          "one-of",
          "a source is one of sql, csv, workflow, http, graph, prometheus and survey");
    }
    checkItem(values);
    Optional<Source> sql = values.find(SQL).map(this::sql);
    return sql.or(() -> values.find(CSV).map(this::csv))
        .or(() -> values.find(OF_WORKFLOW).map(this::ofWorkflow))
        .or(() -> values.find(HttpSourceReader.HTTP).map(http::read))
        .or(() -> values.find(GraphSourceReader.GRAPH).map(graph::read))
        .or(() ->
            values
                .find(PrometheusSourceReader.PROMETHEUS)
                .map(each -> prometheus.read(each, cadence)))
        .or(() -> values.find(SURVEY).map(survey -> ofSurvey(survey, values.find(ITEM))));
  }

  private void checkItem(Values values) {
    if (values.has(SURVEY) == values.has(ITEM)) return;
    problems.add(
        values.position(values.has(SURVEY) ? SURVEY : ITEM),
        "missing-key",
        "a source of a survey needs the keys 'survey' and 'item'",
        "write source: {survey: it-pulse, item: g1}");
  }

  private Source ofSurvey(Placed<String> survey, Optional<Placed<String>> item) {
    uses.note(Use.Target.SURVEY, survey);
    item.ifPresent(
        name -> uses.note(Use.Target.ITEM, survey.value() + "/" + name.value(), name.position()));
    return new Source.OfSurvey(survey.value(), item.map(Placed::value).orElse(""));
  }

  private Source sql(Values values) {
    if (values.has(STATEMENT) == values.has(FILE)) {
      problems.add(
          values.position(), "one-of", "a sql source needs one of statement and file, not both");
    }
    Optional<Action.Text> file =
        values.find(FILE).map(path -> new Action.Text.InFile(uses.note(Use.Target.FILE, path)));
    return new Source.Sql(
        values.find(CONNECTION).map(name -> uses.note(Use.Target.CONNECTION, name)).orElse(""),
        file.orElseGet(() -> new Action.Text.Inline(values.text(STATEMENT))));
  }

  private Source csv(Values values) {
    return new Source.Csv(
        values.find(CSV_FILE).map(path -> uses.note(Use.Target.FILE, path)).orElse(""));
  }

  private Source ofWorkflow(Values values) {
    var workflow =
        values.find(WORKFLOW).map(name -> uses.note(Use.Target.WORKFLOW, name)).orElse("");
    var deadline = values.find(DEADLINE);
    deadline.ifPresent(
        name -> uses.note(Use.Target.DEADLINE, workflow + "/" + name.value(), name.position()));
    var lateness = values.find(VALUE).filter(figure -> figure == Figure.LATENESS);
    if (lateness.isPresent() && !values.has(DEADLINE)) {
      problems.add(
          values.position(VALUE),
          "missing-key",
          "lateness needs the key 'deadline'",
          "name a deadline of the workflow");
    }
    return new Source.OfWorkflow(
        workflow, values.get(VALUE, Figure.SUCCESS_RATE), deadline.map(Placed::value));
  }
}
