package outturn.definition.workflow;

import outturn.definition.file.FileTerms;
import outturn.definition.file.FileTermsReader;
import outturn.definition.flow.ApprovalReader;
import outturn.definition.flow.RepeatReader;
import outturn.definition.flow.Section;
import outturn.definition.shape.Key;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Tells keys of a task that do not go with what it does.
final class TaskPlaces {
  private final Values values;
  private final Problems problems;

  TaskPlaces(Values values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  void check(Action action, Section section) {
    if (values.has(TaskReader.PARALLEL) && !values.has(TaskReader.FOR_EACH)) {
      misplaced(TaskReader.PARALLEL, "parallel is for tasks with forEach only");
    }
    switch (action) {
      case Action.Nothing _ -> {
        refuse(TaskReader.OUTPUTS, "a task that does nothing writes no outputs");
        notRepeated();
      }
      case Action.Wait wait -> {
        refuse(TaskReader.OUTPUTS, "a task that waits writes no outputs of its own");
        refuse(TaskReader.POOLS, "a task that waits holds no pools");
        refuse(TaskReader.LOCKS, "a task that waits holds no locks");
        notRepeated();
        if (wait instanceof Action.Wait.ForFile(var terms)) file(terms, section);
      }
      case Action.Call _ -> {
        refuse(TaskReader.POOLS, "a call task holds no pools; the called tasks may");
        refuse(TaskReader.LOCKS, "a call task holds no locks; the called tasks may");
      }
      case Action.Approval(var terms) -> {
        refuse(TaskReader.OUTPUTS, "an approval writes approvedBy and comment, and no others");
        refuse(TaskReader.FOR_EACH, "an approval is given once, not for each element");
        refuse(TaskReader.POOLS, "a task that waits for a person holds no pools");
        refuse(TaskReader.LOCKS, "a task that waits for a person holds no locks");
        notRepeated();
        if (section == Section.ALWAYS && terms.within().isEmpty()) {
          misplaced(
              ApprovalReader.APPROVAL,
              "an approval under always needs within: nobody can cancel it");
        }
      }
      case Action.Run _, Action.Sql _, Action.Http _, Action.Collect _ -> {}
    }
  }

  private void file(FileTerms terms, Section section) {
    if (section == Section.ALWAYS && terms.within().isEmpty()) {
      misplaced(
          FileTermsReader.WAIT_FOR, "a waitFor under always needs within: nobody can cancel it");
    }
    if (terms.otherwise() == FileTerms.Otherwise.SKIP) {
      refuse(TaskReader.FOR_EACH, "a task with forEach is not skipped for one of its elements");
    }
  }

  private void notRepeated() {
    refuse(RepeatReader.REPEAT, "repeat is for tasks with run, shell, sql, http or call");
  }

  private void refuse(Key<?> key, String message) {
    if (values.has(key)) misplaced(key, message);
  }

  private void misplaced(Key<?> key, String message) {
    problems.add(values.keyPosition(key), "misplaced-key", message);
  }
}
