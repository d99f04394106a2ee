package dev.sluice.core.document;

import dev.sluice.api.flow.FlowClass;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file lies in an application archive, which tells the class of a flow that does not say it
 * itself.
 *
 * @param flowClass the class of the flows there, if the place tells it
 */
record Folder(Optional<FlowClass> flowClass) {
  private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");

  static Folder unknown() {
    return new Folder(Optional.empty());
  }

  /** The folder of a path inside an archive; empty if no flows are kept there. */
  static Optional<Folder> of(String path) {
    String[] parts = SEPARATORS.split(path, -1);
    boolean experience = false;
    boolean workflows = false;
    Optional<FlowClass> named = Optional.empty();
    for (int i = 0; i < parts.length - 1; i++) {
      experience |= parts[i].equals("experience") || parts[i].equals("experiences");
      if (workflows) {
        // Folders below may sort the flows of a class; their names then say nothing of it.
        named = named.isPresent() ? named : FlowClass.ofKey(parts[i]);
      }
      workflows |= parts[i].equals("workflows");
    }
    if (!workflows) {
      return Optional.empty();
    }
    return Optional.of(
        new Folder(named.isPresent() || !experience ? named : Optional.of(FlowClass.EXPERIENCE)));
  }
}
