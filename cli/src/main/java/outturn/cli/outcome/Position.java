package outturn.cli.outcome;

import outturn.cli.client.Fields;
import outturn.cli.terminal.Figures;

/// Where a measure of an outcome stands, in short numbers; empty for what is not known.
record Position(Fields measure) {

  /// The mean of the baseline.
  String before() {
    return figure(measure.object("baseline"), "mean");
  }

  String latest() {
    return figure(measure.object("latest"), "value");
  }

  String target() {
    return figure(measure.object("target"), "value");
  }

  String planned() {
    return figure(measure, "planned");
  }

  static String figure(Fields fields, String name) {
    return fields.number(name).map(Figures::brief).orElse("");
  }
}
