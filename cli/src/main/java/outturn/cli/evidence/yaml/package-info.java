/// What the commands that read YAML files have in common.
@NullMarked
package outturn.cli.evidence.yaml;

import org.jspecify.annotations.NullMarked;
