package dev.sluice.nodes.storage;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.store.Storage;

/** The key of a storage entry, as a template gives it. */
record StorageKey(StringTemplate template) {
  /**
   * Renders the key.
   *
   * @throws NodeException if it is empty, too long, or that of a node's own entry
   */
  String render(Payload payload) {
    String key = template.render(payload);
    if (key.isEmpty() || key.length() > Storage.MAX_KEY_LENGTH) {
      throw new NodeException(
          "ValidationError",
          "The key of a storage entry must have 1 to "
              + Storage.MAX_KEY_LENGTH
              + " characters, not "
              + key.length()
              + ", which is what \""
              + template.source()
              + "\" gives");
    }
    if (NodeMemory.isKey(key)) {
      throw new NodeException(
          "ValidationError",
          "The key of a storage entry must not begin with the control character U+001F, as those of"
              + " the nodes' own entries do");
    }
    return key;
  }
}
