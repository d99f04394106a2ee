package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Branches on whether a JSON Web Token is signed with a secret or key, and valid now. */
public final class JWTVerifyNode implements NodeType<JWTVerifyNode.Config> {
  private static final int INVALID = 0;
  private static final int VALID = 1;

  record Config(
      @Description("The service credential that has issuer and secret.") @Default("")
          StringTemplate credentialNameTemplate,
      @Description("The secret, or a public key or certificate in PEM.") @Default("")
          StringTemplate secretTemplate,
      @Description("The issuer that the token must have.") @Default("")
          StringTemplate issuerTemplate,
      @Description("The token.") StringTemplate tokenTemplate,
      @Description("Where to tell what is wrong with a token that is not valid.")
          @Nullable PayloadPath errorPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("JWTVerifyNode", "jwt-verify")
        .label("JWT: Verify")
        .description("Branches on whether a JSON Web Token is valid.")
        .outputs(Outputs.of("invalid", "valid"))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    if (Credential.isNamed(config.credentialNameTemplate)) {
      return Credential.missing(config.credentialNameTemplate);
    }
    if (config.secretTemplate.source().isBlank()) {
      throw new InvalidConfigException(
          "secretTemplate", "is required", "nothing", "a secret or a key");
    }
    return node -> {
      try {
        verify(config, node.payload(), node.clock().instant().getEpochSecond());
        return VALID;
      } catch (CryptoFailure failure) {
        if (config.errorPath != null) {
          node.payload().set(config.errorPath, failure.asTypedError());
        }
        return INVALID;
      }
    };
  }

  /** Throws unless the token is valid. The order of the questions is jsonwebtoken's. */
  private static void verify(Config config, Payload payload, long now) {
    String token = config.tokenTemplate.render(payload);
    if (token.isEmpty()) {
      throw invalid("jwt must be provided");
    }
    if (token.chars().filter(c -> c == '.').count() != 2) {
      throw invalid("jwt malformed");
    }
    JsonWebToken decoded = JsonWebToken.decode(token);
    String secret = config.secretTemplate.render(payload);
    if (secret.isEmpty()) {
      throw invalid("secret or public key must be provided");
    }
    if (decoded.signature().isEmpty()) {
      throw invalid("jwt signature is required");
    }
    verifySignature(decoded, TokenKey.verifying(secret));
    verifyClaims(decoded.payload(), config.issuerTemplate.render(payload), now);
  }

  private static void verifySignature(JsonWebToken token, TokenKey key) {
    TokenAlgorithm algorithm =
        TokenAlgorithm.named(token.algorithm()).orElseThrow(() -> invalid("invalid algorithm"));
    algorithm.requireVerifying(key);
    if (!algorithm.verify(key, token.signed(), token.signature())) {
      throw invalid("invalid signature");
    }
  }

  private static void verifyClaims(Value claims, String issuer, long now) {
    OptionalDouble notBefore = seconds(claims, "nbf");
    if (notBefore.isPresent() && notBefore.getAsDouble() > now) {
      throw new CryptoFailure("NotBeforeError", "jwt not active");
    }
    OptionalDouble end = seconds(claims, "exp");
    if (end.isPresent() && now >= end.getAsDouble()) {
      throw new CryptoFailure("TokenExpiredError", "jwt expired");
    }
    if (!issuer.isEmpty() && !claims.get("iss").equals(Value.of(issuer))) {
      throw invalid("jwt issuer invalid. expected: " + issuer);
    }
  }

  /** A time among the claims, empty if it is not there. */
  private static OptionalDouble seconds(Value claims, String name) {
    return switch (claims.get(name)) {
      case UndefinedValue none -> OptionalDouble.empty();
      case NumberValue number -> OptionalDouble.of(number.number());
      default -> throw invalid("invalid " + name + " value");
    };
  }

  private static CryptoFailure invalid(String message) {
    return new CryptoFailure(JsonWebToken.ERROR, message);
  }
}
