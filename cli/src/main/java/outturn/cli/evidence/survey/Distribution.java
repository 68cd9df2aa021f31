package outturn.cli.evidence.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import outturn.charts.answers.Group;
import outturn.charts.answers.Group.Answer;
import outturn.charts.answers.Group.Side;
import outturn.charts.axis.ValueAxis;
import outturn.cli.terminal.Figures;
import outturn.evidence.survey.NetCounts;

/// How often each answer was given, or each range of answers if many are different.
final class Distribution {
  private static final int MOST = 12;
  private static final int RANGES = 10;

  private Distribution() {}

  /// Of answers that count from some number on.
  static Group from(double least, String name, double[] answers) {
    if (isScale(answers)) {
      return new Group(name, each(answers, answer -> answer >= least ? Side.FOR : Side.NEITHER));
    }
    var counted = (int) Arrays.stream(answers).filter(answer -> answer >= least).count();
    var number = Figures.brief(least);
    return new Group(
        name,
        List.of(
            new Answer("less than " + number, Side.NEITHER, answers.length - counted),
            new Answer(number + " or more", Side.FOR, counted)));
  }

  /// Of answers of 0 to 10 for a net score.
  static Group net(List<Integer> answers) {
    return new Group(
        "",
        each(
            answers.stream().mapToDouble(Integer::doubleValue).toArray(),
            answer -> answer >= 9 ? Side.FOR : answer <= 6 ? Side.AGAINST : Side.NEITHER));
  }

  /// Of counts for a net score.
  static Group net(NetCounts counts) {
    return new Group(
        "",
        List.of(
            new Answer("0 to 6", Side.AGAINST, counts.detractors()),
            new Answer("7 or 8", Side.NEITHER, counts.passives()),
            new Answer("9 or 10", Side.FOR, counts.promoters())));
  }

  /// Of scores, none of which is better than another.
  static Group scores(double[] scores) {
    return new Group("", isScale(scores) ? each(scores, _ -> Side.NEITHER) : ranges(scores));
  }

  private static boolean isScale(double[] answers) {
    return Arrays.stream(answers).distinct().count() <= MOST;
  }

  private static List<Answer> each(double[] answers, DoubleFunction<Side> side) {
    return points(answers)
        .mapToObj(point ->
            new Answer(
                Figures.brief(point),
                side.apply(point),
                (int) Arrays.stream(answers).filter(each -> each == point).count()))
        .toList();
  }

  /// What is answered; of a scale of whole numbers also what nobody chose between the ends.
  private static DoubleStream points(double[] answers) {
    var given = Arrays.stream(answers).distinct().sorted().toArray();
    var isWhole = Arrays.stream(given).allMatch(each -> each == (int) each);
    if (given.length == 0 || !isWhole || given[given.length - 1] - given[0] >= MOST) {
      return Arrays.stream(given);
    }
    return DoubleStream.iterate(
        given[0], each -> each <= given[given.length - 1], each -> each + 1);
  }

  private static List<Answer> ranges(double[] scores) {
    var axis = ValueAxis.holding(scores, RANGES);
    var step = axis.step().doubleValue();
    var first = (long) Math.floor(Arrays.stream(scores).min().orElse(0) / step + 1e-9);
    var last = (long) Math.ceil(Arrays.stream(scores).max().orElse(0) / step - 1e-9) - 1;
    var counts = new int[(int) (last - first) + 1];
    for (var score : scores) {
      counts[(int) (Math.min((long) Math.floor(score / step + 1e-9), last) - first)]++;
    }
    var answers = new ArrayList<Answer>();
    for (var i = 0; i < counts.length; i++) {
      var below = axis.tickNumbers().text((first + i) * step);
      var above = axis.tickNumbers().text((first + i + 1) * step);
      var to = i + 1 < counts.length ? " to under " : " to ";
      answers.add(new Answer(below + to + above, Side.NEITHER, counts[i]));
    }
    return answers;
  }
}
