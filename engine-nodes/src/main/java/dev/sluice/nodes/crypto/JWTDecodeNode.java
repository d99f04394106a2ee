package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;

/** Reads a JSON Web Token without asking who signed it. */
public final class JWTDecodeNode implements NodeType<JWTDecodeNode.Config> {
  record Config(
      @Description("The token.") StringTemplate tokenTemplate,
      @Description("Whether to tell header and signature, too.") boolean complete,
      @Description("Where to put the claims, or what went wrong.") PayloadPath destinationPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("JWTDecodeNode", "jwt-decode")
        .label("JWT: Decode")
        .description("Reads a JSON Web Token without verifying it.")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    return node -> {
      Value result;
      try {
        JsonWebToken token = JsonWebToken.decode(config.tokenTemplate.render(node.payload()));
        result = config.complete ? whole(token) : token.payload();
      } catch (CryptoFailure failure) {
        result = ObjectValue.of("error", failure.asTypedError());
      }
      node.payload().set(config.destinationPath, result);
      return NodeAction.NEXT;
    };
  }

  private static Value whole(JsonWebToken token) {
    return ObjectValue.builder()
        .put("header", token.header())
        .put("payload", token.payload())
        .put("signature", token.signature())
        .build();
  }
}
