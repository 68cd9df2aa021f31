package outturn.definition.trigger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.text.Node;

/// The form of a business date that is counted from another one: `same`, `previous`, or days.
final class DateShiftForm {
  private static final Form<Integer> DAYS = Forms.whole(-DateShift.MOST, DateShift.MOST);

  private DateShiftForm() {}

  static Form<DateShift> form() {
    return new Form<>(
        "same, previous, or a number of days such as -1",
        Map.of("anyOf", List.of(Map.of("enum", List.of("same", "previous")), DAYS.schema())),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          return switch (scalar.text()) {
            case "same" -> Optional.of(DateShift.SAME);
            case "previous" -> Optional.of(new DateShift(-1));
            default ->
                scalar.kind() == Node.ScalarKind.WHOLE
                    ? DAYS.read(node, problems).map(DateShift::new)
                    : form.refuse(node, problems);
          };
        });
  }
}
