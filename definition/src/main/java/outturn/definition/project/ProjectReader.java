package outturn.definition.project;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.text.Node;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads a project and tells all of its problems together.
public final class ProjectReader {
  /// The file that makes a folder a project.
  public static final String MAIN_FILE = "outturn.yaml";

  static final Key<String> REPOSITORY =
      Key.optional(
          "repository",
          Forms.named(
              "a web address such as https://git.example.org/ops/library",
              "https?://[^\\s\"<>\\\\^`{|}]{1,500}"),
          "Where its files are kept under version control: they are changed there.");

  private ProjectReader() {}

  public static ProjectReading read(Path folder) {
    var problems = new Problems();
    var files = FolderReader.read(folder, problems);
    return read(files, problems);
  }

  public static ProjectReading read(ProjectFiles files) {
    return read(files, new Problems());
  }

  private static ProjectReading read(ProjectFiles files, Problems problems) {
    var found = Documents.in(files, problems);
    var documents = found.documents();
    var about = about(documents, problems);
    var objects = new ObjectReader(files, problems);
    // Workflows are read with their calendars, and with what the project says for all of them.
    var first = EnumSet.of(Kind.CALENDAR, Kind.PROJECT);
    documents.stream().filter(each -> first.contains(each.kind())).forEach(objects::read);
    objects.combineCalendars();
    documents.stream().filter(each -> !first.contains(each.kind())).forEach(objects::read);
    objects.addCollections();
    var references =
        new ReferenceChecks(objects.work(), objects.effect(), files, found.unreadable(), problems);
    references.check(objects.uses());
    new EscalationChecks(objects.work().channels(), problems).check();
    new CallChecks(objects.work(), problems).check(objects.workflowUses());
    new TriggerChecks(problems).check(documents, objects.work());
    new SurveyChecks(objects.work().channels(), objects.effect(), problems).check();
    new SurveySourceChecks(objects.effect(), problems).check();
    new OutcomeChecks(objects.effect().changes(), objects.work().channels(), problems)
        .check(objects.outcomeReads());
    if (!problems.isEmpty()) return new ProjectReading(Optional.empty(), problems.sorted());
    var project = new Project(about, objects.work(), objects.effect(), documents, files);
    return new ProjectReading(Optional.of(project), List.of());
  }

  private static Project.About about(List<Document> documents, Problems problems) {
    var projects = documents.stream().filter(each -> each.kind() == Kind.PROJECT).toList();
    for (var misplaced : projects) {
      if (misplaced.position().file().equals(MAIN_FILE)) continue;
      problems.add(
          misplaced.position(),
          "misplaced-project",
          "the document of kind project stands in %s at the root".formatted(MAIN_FILE));
    }
    if (projects.isEmpty()) {
      problems.add(
          Position.startOf(MAIN_FILE),
          "no-project",
          "a project has a file %s with a document of kind project".formatted(MAIN_FILE),
          "write: {kind: project, name: NAME}");
      return new Project.About("", "", Optional.empty());
    }
    for (var second : projects.subList(1, projects.size())) {
      problems.add(
          second.position(), "duplicate-project", "a project has one document of kind project");
    }
    var first = projects.getFirst();
    return new Project.About(
        first.name(), text(first, Heading.TITLE).orElse(first.name()), text(first, REPOSITORY));
  }

  private static Optional<String> text(Document document, Key<String> key) {
    return document
        .content()
        .find(key.name())
        .flatMap(
            node -> node instanceof Node.Scalar text ? Optional.of(text.text()) : Optional.empty());
  }
}
