package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * A file of the application changed: fires triggers of the type {@code appFile}. A file that is
 * renamed is two facts, a deletion and a creation. Immutable.
 *
 * @param action what happened to it
 * @param path its full path, which begins with a slash
 * @param isPrivate whether it is a private file
 * @param details what else the file object shows, such as {@code contentType}
 * @param circumstances when and by whom
 */
public record FileChange(
    Action action, String path, boolean isPrivate, ObjectValue details, Circumstances circumstances)
    implements Fact {
  /** What happened to a file. */
  public enum Action {
    /** It was created. */
    CREATE("create"),
    /** Its content was changed. */
    UPDATE("update"),
    /** It was deleted. */
    DELETE("delete");

    private final String key;

    Action(String key) {
      this.key = key;
    }

    /**
     * The action as payloads and triggers write it.
     *
     * @return such as {@code create}
     */
    public String key() {
      return key;
    }
  }

  /**
   * A change of a public file.
   *
   * @param action what happened to it
   * @param path its full path, which begins with a slash
   * @return a fact
   */
  public static FileChange of(Action action, String path) {
    return new FileChange(action, path, false, ObjectValue.empty(), Circumstances.unknown());
  }

  /**
   * The same change of a private file.
   *
   * @return a fact
   */
  public FileChange ofPrivateFile() {
    return new FileChange(action, path, true, details, circumstances);
  }

  /**
   * The same change with other details of the file.
   *
   * @param more what else the file object shows
   * @return a fact
   */
  public FileChange with(ObjectValue more) {
    return new FileChange(action, path, isPrivate, more, circumstances);
  }

  @Override
  public FileChange in(Circumstances other) {
    return new FileChange(action, path, isPrivate, details, other);
  }

  @Override
  public Firing firing() {
    int name = path.lastIndexOf('/') + 1;
    return circumstances
        .firing("appFile")
        .with("triggerId", Value.of(path))
        .withData(
            new Fields()
                .put("action", action.key())
                .put(
                    "file",
                    new Fields()
                        .put("_type", isPrivate ? "privateFile" : "file")
                        .put("name", path.substring(name))
                        .put("type", "file")
                        .put("parentDirectory", path.substring(0, name))
                        .putAll(details)
                        .build())
                .build());
  }
}
