package outturn.definition.people;

import java.util.List;
import outturn.definition.people.Group.Role;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;

/// Reads documents of kind `group`.
public final class GroupReader {
  private static final Key<Role> IS =
      Key.required("is", Choices.of(Role.class), "What the group is to outcomes.");
  private static final Key<Integer> POPULATION =
      Key.optional("population", Forms.whole(0, Integer.MAX_VALUE), "How many they are.");
  private static final Key<List<String>> MEMBERS =
      Key.optional("members", Groups.list(Forms.word()), "Users who may approve for it.");

  public static final Shape SHAPE =
      new Shape("group", Heading.KIND, Heading.NAME, Heading.TITLE, IS, POPULATION, MEMBERS);

  private GroupReader() {}

  public static Group read(Values values) {
    var name = values.text(Heading.NAME);
    return new Group(
        name,
        values.get(Heading.TITLE, name),
        values.get(IS, Role.BENEFICIARY),
        values.find(POPULATION),
        values.list(MEMBERS));
  }
}
