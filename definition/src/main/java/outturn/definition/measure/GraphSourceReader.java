package outturn.definition.measure;

import java.util.List;
import java.util.Optional;
import outturn.definition.expression.Expressions;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.measure.GraphSource.Access;
import outturn.definition.measure.GraphSource.Figure;
import outturn.definition.measure.GraphSource.OfDays;
import outturn.definition.measure.Measure.Source;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads `graph:` of a measure's source.
final class GraphSourceReader {
  private static final String LOGIN_HOST = "https://login.microsoftonline.com";
  private static final String GRAPH_HOST = "https://graph.microsoft.com";

  /// Reports with a row for each day, and reports of users that can be asked for a single day.
  private static final Key<String> REPORT =
      Key.required(
          "report",
          Choices.words(
              "getEmailActivityCounts",
              "getEmailActivityUserCounts",
              "getEmailActivityUserDetail",
              "getTeamsUserActivityCounts",
              "getTeamsUserActivityUserCounts",
              "getTeamsUserActivityUserDetail",
              "getOneDriveActivityFileCounts",
              "getOneDriveActivityUserCounts",
              "getOneDriveActivityUserDetail",
              "getSharePointActivityFileCounts",
              "getSharePointActivityUserCounts",
              "getSharePointActivityPages",
              "getSharePointActivityUserDetail",
              "getOffice365ActiveUserCounts"),
          "A usage report, as the Microsoft Graph API names it.");

  private static final Key<List<String>> COLUMNS =
      Key.required(
          "columns",
          Groups.filled(Groups.oneOrMany(Forms.text())),
          "Columns of the report, which are added up.");
  private static final Shape FIGURE = new Shape("graph report", REPORT, COLUMNS);

  private static final Key<String> TENANT =
      Key.required("tenant", Forms.text(), "The organisation: its id or its domain.");
  private static final Key<String> CLIENT =
      Key.required("client", Forms.text(), "The id of the registered application.");
  private static final Key<Node.Scalar> SECRET =
      Key.required("secret", Forms.scalar(), "Exactly ${secrets.NAME}.");
  private static final Key<List<Values>> VALUE = figures("value", "What is counted.");
  private static final Key<List<Values>> NUMERATOR = figures("numerator", "Of a fraction.");
  private static final Key<List<Values>> DENOMINATOR = figures("denominator", "Of a fraction.");
  private static final Key<Double> ELIGIBLE =
      Key.optional("eligible", Forms.number(), "How many people could, as the denominator.");
  private static final Key<OfDays> DAYS =
      Key.optional("days", Choices.of(OfDays.class), "What is made of a period's days; sum.");
  private static final Key<Placed<String>> LOGIN =
      Key.optional("login", Forms.text().placed(), "Address of the identity platform.");
  private static final Key<Placed<String>> SERVICE =
      Key.optional("service", Forms.text().placed(), "Address of the Graph API.");
  private static final Shape SHAPE =
      new Shape(
          "graph source",
          TENANT,
          CLIENT,
          SECRET,
          VALUE,
          NUMERATOR,
          DENOMINATOR,
          ELIGIBLE,
          DAYS,
          LOGIN,
          SERVICE);
  static final Key<Values> GRAPH =
      Key.optional("graph", SHAPE.form(), "Usage reports of Microsoft 365.");

  private final Templates templates;
  private final Problems problems;

  GraphSourceReader(Expressions expressions, Problems problems) {
    this.templates = new Templates(expressions, problems);
    this.problems = problems;
  }

  private static Key<List<Values>> figures(String name, String told) {
    return Key.optional(name, Groups.filled(Groups.oneOrMany(FIGURE.form())), told);
  }

  Source read(Values values) {
    checkFigures(values);
    var above = values.has(VALUE) ? values.list(VALUE) : values.list(NUMERATOR);
    return new Source.Graph(
        new GraphSource(
            new Access(
                values.text(TENANT),
                values.text(CLIENT),
                values.find(SECRET).map(this::secret).orElse(new Template.Constant("")),
                address(values.find(LOGIN), LOGIN_HOST),
                address(values.find(SERVICE), GRAPH_HOST)),
            above.stream().map(GraphSourceReader::figure).toList(),
            values.list(DENOMINATOR).stream().map(GraphSourceReader::figure).toList(),
            values.find(ELIGIBLE),
            values.get(DAYS, OfDays.SUM)));
  }

  private static Figure figure(Values values) {
    return new Figure(values.text(REPORT), values.list(COLUMNS));
  }

  private void checkFigures(Values values) {
    if (values.has(VALUE) == values.has(NUMERATOR)) {
      problems.add(
          values.position(),
          "one-of",
          "a graph source needs one of value and numerator, not both",
          "write value: {report: getTeamsUserActivityCounts, columns: Meetings}");
    }
    boolean isFraction = values.has(NUMERATOR);
    boolean hasOneBelow = values.has(DENOMINATOR) != values.has(ELIGIBLE);
    if (isFraction && !hasOneBelow) {
      problems.add(
          values.position(NUMERATOR),
          "one-of",
          "a numerator needs one of denominator and eligible, not both");
    }
    if (!isFraction && (values.has(DENOMINATOR) || values.has(ELIGIBLE))) {
      problems.add(
          values.position(values.has(DENOMINATOR) ? DENOMINATOR : ELIGIBLE),
          "one-of",
          "denominator and eligible go with a numerator");
    }
    values
        .find(ELIGIBLE)
        .filter(eligible -> eligible <= 0)
        .ifPresent(eligible ->
            problems.add(values.position(ELIGIBLE), "out-of-range", "expected more than 0 people"));
  }

  private Template secret(Node.Scalar written) {
    var before = problems.size();
    var template = templates.text(written, Vocabulary.NONE.withSecrets());
    if (template instanceof Template.Single || problems.size() > before) return template;
    problems.add(
        written.position(),
        "password-in-file",
        "the secret of an application is exactly one secret",
        "store it with: outturn secret set NAME, and write ${secrets.NAME}");
    return template;
  }

  /// The secret goes there, so it is https, but for a server on this machine.
  private String address(Optional<Placed<String>> written, String usual) {
    if (written.isEmpty()) return usual;
    var address = written.get().value();
    if (!address.matches("https://[^/?#$\\s]+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?")) {
      problems.add(
          written.get().position(),
          "bad-url",
          "expected the address of a host that begins with https://, found '%s'".formatted(address),
          "write " + usual);
    }
    return address;
  }
}
