package outturn.evidence.attainment;

/// What a plan must change, all three, before anything comes of it.
public enum Element {
  PEOPLE,
  PROCESS,
  TECHNOLOGY
}
