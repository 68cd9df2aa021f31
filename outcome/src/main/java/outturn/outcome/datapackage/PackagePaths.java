package outturn.outcome.datapackage;

/// Where things are in a data package.
public final class PackagePaths {
  public static final String README = "README.txt";

  /// What the analysis reads but the observations.
  public static final String STUDY = "study.json";

  public static final String FINDING = "finding.json";

  /// The one-page impact statement.
  public static final String STATEMENT = "statement.txt";

  public static final String AGREED = "terms/agreed.txt";
  public static final String PLAN = "terms/analysis-plan.txt";

  /// The analysis plan as it was locked last.
  public static final String LOCKED = "terms/locked-analysis-plan.txt";

  /// The very text that was kept, of which people sign the hash.
  public static final String EVIDENCE = "evidence/evidence.json";

  public static final String SIGNATURES = "evidence/signatures.json";

  private PackagePaths() {}

  public static String observations(String measure) {
    return "observations/" + measure + ".csv";
  }
}
