package outturn.cli.evidence.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.csv.Fault;
import outturn.cli.csv.Numbers;
import outturn.cli.evidence.Calculation;
import outturn.cli.evidence.FiniteNumber;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Finding;
import outturn.evidence.survey.Newcombe;
import outturn.evidence.survey.Newcombe.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence survey difference`: the difference of two shares.
@Command(
    name = "difference",
    description = {
      "Give the share of the first group less that of the second, with an interval (Newcombe's"
          + " hybrid score).",
      "The groups are different people: not the same asked twice."
    },
    footer = {
      "  outturn evidence survey difference --successes 56,48 --trials 70,80",
      "  outturn evidence survey difference --successes 56,48 --trials 70,80 --level 0.9 --json",
      "  outturn evidence survey difference answers.csv --value satisfied --from 4 --by wave --svg waves.svg"
    })
final class DifferenceCommand extends Calculation {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "a CSV file with a row per answer; - for standard input")
  private @Nullable String file;

  @Option(names = "--value", paramLabel = "COLUMN", description = "of the file: the answers")
  private @Nullable String value;

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      description = "of the file: the group of each answer; the one that comes first is the first")
  private @Nullable String by;

  @Option(
      names = "--from",
      paramLabel = "NUMBER",
      defaultValue = "1",
      converter = FiniteNumber.class,
      description = "of the file: the least answer that counts; default: 1")
  private double from;

  @Option(
      names = "--successes",
      paramLabel = "N,N",
      split = ",",
      description = "answers that count, in the first and in the second group")
  private List<Integer> successes = new ArrayList<>();

  @Option(
      names = "--trials",
      paramLabel = "N,N",
      split = ",",
      description = "all answers of the first and of the second group")
  private List<Integer> trials = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      converter = FiniteNumber.class,
      description = "of the interval; default: 0.95")
  private double level;

  DifferenceCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    var counts = successes.size() + trials.size();
    if (file != null && value != null && by != null && counts == 0) {
      ofFile(file, value, by);
    } else if (file == null && successes.size() == 2 && trials.size() == 2) {
      var first = new Group(successes.getFirst(), trials.getFirst());
      var second = new Group(successes.getLast(), trials.getLast());
      var finding = found(Newcombe.difference(first, second, level));
      tell("the first group", "the second", finding, List.of());
    } else {
      throw misused(
          "expected either FILE, --value and --by, or two numbers each: --successes 56,48 --trials"
              + " 70,80");
    }
  }

  private void ofFile(String name, String column, String group) {
    var data = read(name);
    var answers = Numbers.of(data, column);
    var position = data.column(group);
    var groups = new LinkedHashMap<String, List<Double>>();
    for (var row = 0; row < answers.length; row++) {
      var of = data.rows().get(row).cell(position).strip();
      if (of.isEmpty() || Double.isNaN(answers[row])) continue;
      groups.computeIfAbsent(of, _ -> new ArrayList<>()).add(answers[row]);
    }
    if (groups.size() != 2) {
      throw data.refused(
          0,
          Fault.OUT_OF_RANGE,
          "column '%s' has %d groups with answers".formatted(group, groups.size()),
          "expected two; take a part of the rows");
    }
    var names = List.copyOf(groups.keySet());
    var drawn =
        groups.entrySet().stream()
            .map(each -> Distribution.from(from, each.getKey(), numbers(each.getValue())))
            .toList();
    var counted = groups.values().stream().map(this::group).toList();
    tell(
        names.getFirst(),
        names.getLast(),
        found(Newcombe.difference(counted.getFirst(), counted.getLast(), level), data),
        drawn);
  }

  private Group group(List<Double> answers) {
    return new Group((int) answers.stream().filter(each -> each >= from).count(), answers.size());
  }

  private static double[] numbers(List<Double> answers) {
    return answers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void tell(
      String first, String second, Finding finding, List<outturn.charts.answers.Group> groups) {
    var title = "Share of %s less that of %s, -1 to 1".formatted(first, second);
    show("difference", title, finding);
    draw(() -> SurveyPicture.of(title, List.of(0.0), finding, groups));
  }
}
