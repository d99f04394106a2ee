package dev.sluice.api.trigger;

import dev.sluice.api.payload.Value;

/**
 * A file on a gateway grew: fires triggers of the type {@code fileTail} that watch it. Immutable.
 *
 * @param path the file's full path
 * @param content what was added, as the trigger is to see it
 * @param circumstances when
 */
public record FileTail(String path, String content, Circumstances circumstances)
    implements AgentFact {
  /**
   * Something that was added to a file.
   *
   * @param path the file's full path
   * @param content what was added
   * @return a fact
   */
  public static FileTail of(String path, String content) {
    return new FileTail(path, content, Circumstances.unknown());
  }

  @Override
  public FileTail in(Circumstances other) {
    return new FileTail(path, content, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("fileTail")
        .with("triggerId", Value.of(path))
        .withData(new Fields().put("content", content).put("path", path).build());
  }
}
