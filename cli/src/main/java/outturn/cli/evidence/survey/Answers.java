package outturn.cli.evidence.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outturn.cli.csv.CsvFile;
import outturn.cli.csv.Fault;
import outturn.cli.csv.Numbers;

/// Columns of answers, one row per respondent; an empty cell is an answer that was not given.
final class Answers {
  private Answers() {}

  /// The answers that were given, all of them whole numbers.
  static List<Integer> of(CsvFile file, String column) {
    return respondents(file, List.of(column)).stream().map(List::getFirst).toList();
  }

  /// The answers of those who answered all items, in the order of the items.
  static List<List<Integer>> respondents(CsvFile file, List<String> items) {
    var columns = items.stream().map(item -> Numbers.of(file, item)).toList();
    var respondents = new ArrayList<List<Integer>>();
    for (var row = 0; row < file.rows().size(); row++) {
      var answers = new double[items.size()];
      for (var item = 0; item < answers.length; item++) answers[item] = columns.get(item)[row];
      if (Arrays.stream(answers).noneMatch(Double::isNaN)) {
        respondents.add(whole(file, row, answers));
      }
    }
    return respondents;
  }

  private static List<Integer> whole(CsvFile file, int row, double[] answers) {
    for (var answer : answers) {
      if (answer == (int) answer) continue;
      throw file.refused(
          file.rows().get(row).line(),
          Fault.OUT_OF_RANGE,
          "%s is no answer on a scale".formatted(answer),
          "expected a whole number, such as 4");
    }
    return Arrays.stream(answers).mapToObj(answer -> (int) answer).toList();
  }
}
