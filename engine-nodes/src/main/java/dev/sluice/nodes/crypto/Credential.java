package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeException;

/** Service credentials, which belong to an application and not to a flow: the engine has none. */
final class Credential {
  private Credential() {}

  /** Whether a node names a credential. */
  static boolean isNamed(StringTemplate name) {
    return !name.source().isBlank();
  }

  /**
   * What a node does that names a credential: it ends the run. To go on without, as if a signature
   * had been wrong, would mislead.
   */
  static NodeAction missing(StringTemplate name) {
    return node -> {
      throw new NodeException(
          "CredentialNotFoundError",
          "There is no service credential \"" + name.render(node.payload()) + "\"");
    };
  }
}
