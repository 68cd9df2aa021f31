package outturn.cli.evidence.packed;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outturn.cli.csv.CsvFile;
import outturn.cli.csv.CsvReader;
import outturn.outcome.datapackage.Manifest;
import outturn.outcome.datapackage.ObservationRow;
import outturn.outcome.datapackage.ObservationTable;
import outturn.outcome.datapackage.PackageFiles;
import outturn.outcome.datapackage.PackagePaths;
import outturn.outcome.datapackage.PackedStudy;
import outturn.outcome.datapackage.StudyRecord;
import outturn.outcome.datapackage.Unreadable;
import outturn.outcome.terms.Sha256;

/// Checks every hash of a data package, does its analysis again, and compares.
final class Recheck {
  /// What is compared part by part, not as a whole.
  private static final Set<String> IN_PARTS = Set.of("effect", "checks", "grade");

  private final PackageFiles files;
  private final Manifest manifest;
  private final List<Check> checks = new ArrayList<>();

  private Recheck(PackageFiles files, Manifest manifest) {
    this.files = files;
    this.manifest = manifest;
  }

  /// @param checks in the order in which they were made
  record Result(Manifest manifest, List<Check> checks) {
    Result {
      checks = List.copyOf(checks);
    }

    boolean isSame() {
      return checks.stream().allMatch(Check::same);
    }
  }

  /// @throws Unreadable when it is no data package, or one of its files is not what belongs there
  static Result of(byte[] zip) {
    var files = PackageFiles.ofZip(zip);
    var manifest = Manifest.read(Trees.of(files, Manifest.PATH));
    var recheck = new Recheck(files, manifest);
    recheck.hashes();
    recheck.analysis();
    return new Result(manifest, recheck.checks);
  }

  private void hashes() {
    var problems = manifest.problems(files);
    problems.forEach(each -> checks.add(Check.differs("files", each)));
    if (problems.isEmpty()) {
      checks.add(
          Check.same(
              "files",
              "each of %d has the SHA-256 that the manifest says"
                  .formatted(manifest.files().size())));
    }
  }

  private void analysis() {
    var study = StudyRecord.read(Trees.of(files, PackagePaths.STUDY));
    if (!study.outcome().name().equals(manifest.outcome())) {
      checks.add(
          Check.differs(
              "outcome",
              "the manifest says %s, the study %s"
                  .formatted(manifest.outcome(), study.outcome().name())));
    }
    terms(study);
    var rows = new HashMap<String, List<ObservationRow>>();
    for (var measure : study.measures()) rows.put(measure.name(), rows(measure.name()));
    var packed = new PackedStudy(study, rows);
    for (var name : rows.keySet().stream().sorted().toList()) {
      observations(name, workedOut(() -> packed.table(name)));
    }
    var finding = workedOut(packed::finding);
    findings(Trees.of(files, PackagePaths.FINDING), finding);
    evidence(finding);
  }

  /// What somebody wrote by hand may make no study at all.
  private static <T> T workedOut(Supplier<T> analysis) {
    try {
      return analysis.get();
    } catch (IllegalArgumentException
        | IllegalStateException
        | DateTimeException
        | ArithmeticException
        | IndexOutOfBoundsException impossible) {
      throw new Unreadable("its analysis cannot be done: " + impossible.getMessage());
    }
  }

  /// The texts are those that the study says, with their hashes.
  private void terms(StudyRecord study) {
    var now = study.registration().now();
    compare("analysis plan", files.text(PackagePaths.PLAN), now.text(), now.hash());
    var locked = study.registration().standing();
    var file = files.find(PackagePaths.LOCKED);
    if (locked.isEmpty() && file.isEmpty()) return;
    compare(
        "locked analysis plan",
        file.orElse(""),
        locked.map(each -> each.terms().text()).orElse(""),
        locked.map(each -> each.terms().hash()).orElse("none"));
  }

  private void compare(String what, String said, String found, String same) {
    checks.add(
        said.equals(found)
            ? Check.same(what, same)
            : Check.differs(what, "the file says something else than the study"));
  }

  private List<ObservationRow> rows(String measure) {
    var path = PackagePaths.observations(measure);
    var csv = CsvReader.parse(path, files.text(path));
    if (!csv.header().equals(ObservationTable.HEADER)) {
      throw new Unreadable(
          "%s: expected the columns %s, found %s"
              .formatted(path, ObservationTable.HEADER, csv.header()));
    }
    return csv.rows().stream()
        .map(row ->
            ObservationTable.read(cells(csv, row), "%s, line %d".formatted(path, row.line())))
        .toList();
  }

  private static Map<String, String> cells(CsvFile csv, CsvFile.Row row) {
    var cells = new HashMap<String, String>();
    for (int column = 0; column < csv.header().size(); column++) {
      cells.put(csv.header().get(column), row.cell(column));
    }
    return cells;
  }

  /// What was observed is in the file; what of it counts, and why not, is worked out again.
  private void observations(String measure, String table) {
    var what = "observations of " + measure;
    var path = PackagePaths.observations(measure);
    var said = files.text(path).lines().toList();
    var found = table.lines().toList();
    for (int i = 0; i < Math.max(said.size(), found.size()); i++) {
      var one = i < said.size() ? said.get(i) : "nothing";
      var other = i < found.size() ? found.get(i) : "nothing";
      if (one.equals(other)) continue;
      checks.add(
          Check.differs(
              what,
              "%s, line %d: the package says %s, the rules of the measure give %s"
                  .formatted(path, i + 1, one, other)));
      return;
    }
    checks.add(Check.same(what, "what counts, and why the rest does not"));
  }

  private void findings(Map<String, ?> said, Map<String, ?> found) {
    for (var name : names(said, found)) {
      if (name.equals("measures")) continue;
      add(words(name), said.get(name), found.get(name));
    }
    var saidOf = Trees.objects(said, "measures");
    var foundOf = Trees.objects(found, "measures");
    if (saidOf.size() != foundOf.size()) {
      checks.add(
          Check.differs(
              "measures",
              "the package says %d, the study has %d".formatted(saidOf.size(), foundOf.size())));
    }
    for (int i = 0; i < Math.min(saidOf.size(), foundOf.size()); i++) {
      var measure = String.valueOf(foundOf.get(i).get("measure")) + ": ";
      measured(measure, saidOf.get(i), foundOf.get(i));
    }
  }

  private void measured(String measure, Map<String, ?> said, Map<String, ?> found) {
    for (var name : List.of("measure", "title", "unit", "refusal")) {
      if (said.get(name) == null && found.get(name) == null) continue;
      add(measure + words(name), said.get(name), found.get(name));
    }
    var one = Trees.object(said, "finding");
    var other = Trees.object(found, "finding");
    for (var name : names(one, other)) {
      if (IN_PARTS.contains(name)) {
        parts(measure, name, Trees.object(one, name), Trees.object(other, name));
      } else {
        add(measure + words(name), one.get(name), other.get(name));
      }
    }
  }

  private void parts(String measure, String whole, Map<String, ?> said, Map<String, ?> found) {
    var before = whole.equals("grade") ? "grade, " : "";
    for (var name : names(said, found)) {
      add(measure + before + words(name), said.get(name), found.get(name));
    }
  }

  private static Set<String> names(Map<String, ?> one, Map<String, ?> other) {
    var names = new LinkedHashSet<>(other.keySet());
    names.addAll(one.keySet());
    return names;
  }

  private void add(String what, @Nullable Object said, @Nullable Object found) {
    checks.add(
        Trees.difference(said, found)
            .map(text -> Check.differs(what, text))
            .orElseGet(() -> Check.same(what, shown(found))));
  }

  /// Single values, which people want to see.
  private static String shown(@Nullable Object value) {
    return value instanceof Number || (value instanceof String text && text.indexOf('\n') < 0)
        ? value.toString()
        : "";
  }

  /// `placeboInTime` is `placebo in time`.
  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /// What was kept has the hash that people sign, and says what the data give.
  private void evidence(Map<String, ?> finding) {
    var body = files.find(PackagePaths.EVIDENCE);
    if (manifest.kept().isEmpty() && body.isEmpty()) return;
    if (manifest.kept().isEmpty() || body.isEmpty()) {
      checks.add(Check.differs("kept evidence", "the manifest and the files do not agree on it"));
      return;
    }
    var kept = manifest.kept().get();
    var hash = Sha256.of(body.get());
    checks.add(
        hash.equals(kept.hash())
            ? Check.same("hash of the kept evidence", hash)
            : Check.differs(
                "hash of the kept evidence",
                "the manifest says %s, the text gives %s".formatted(kept.hash(), hash)));
    checks.add(
        Trees.difference(Trees.of(files, PackagePaths.EVIDENCE), finding)
            .map(text -> Check.differs("kept evidence", text))
            .orElseGet(() -> Check.same("kept evidence", "version " + kept.version())));
    for (var each : Trees.objects(Trees.of(files, PackagePaths.SIGNATURES), "signatures")) {
      var what = "signature of %s as %s".formatted(each.get("who"), each.get("as"));
      add(what, each.get("hash"), kept.hash());
    }
  }
}
