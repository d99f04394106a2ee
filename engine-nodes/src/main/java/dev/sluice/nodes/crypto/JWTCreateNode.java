package dev.sluice.nodes.crypto;

import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Issues a JSON Web Token. */
public final class JWTCreateNode implements NodeType<JWTCreateNode.Config> {
  private static final List<String> TIMES = List.of("iat", "exp", "nbf");

  enum SourceType {
    JSON,
    PATH
  }

  record Config(
      @Description("The service credential that has issuer, algorithm and secret.") @Default("")
          StringTemplate credentialNameTemplate,
      @Description("The secret, or a private key in PEM.") @Default("")
          StringTemplate secretTemplate,
      @Description("The algorithm, such as HS256, RS256, PS256 or ES256.") @Default("HS256")
          StringTemplate algorithmTemplate,
      @Description("The issuer, unless the claims name one.") @Default("")
          StringTemplate issuerTemplate,
      @Description("Whether the claims are a JSON template or at a path.") @Default("json")
          SourceType dataTemplateType,
      @Description("The claims.") @Default("") String dataTemplate,
      @Description("The seconds that the token is valid, or a span such as 10h; blank is for ever.")
          @Nullable String expiresIn,
      @Description("Whether the header is a JSON template or at a path.") @Default("json")
          SourceType headerTemplateType,
      @Description("What the header has besides; its alg overrides the algorithm.") @Default("")
          String headerTemplate,
      @Description("Where to put the token, or what went wrong.")
          @Nullable PayloadPath destinationPath) {}

  /** What a token is made of, worked out from a payload. */
  private record Parts(
      Setting<TokenAlgorithm> algorithm,
      Function<Payload, Value> claims,
      Function<Payload, Value> header,
      @Nullable TokenLifetime lifetime) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("JWTCreateNode", "jwt-create")
        .label("JWT: Create")
        .description("Issues a JSON Web Token.")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    if (config.dataTemplate.isBlank()) {
      throw new InvalidConfigException(
          "dataTemplate", "is required", "nothing", "the claims of the token");
    }
    Parts parts =
        new Parts(
            Setting.of(
                "algorithmTemplate",
                config.algorithmTemplate,
                TokenAlgorithm.HS256,
                TokenAlgorithm.FORM,
                name -> TokenAlgorithm.named(name.strip())),
            source("dataTemplate", config.dataTemplateType, config.dataTemplate, binding),
            config.headerTemplate.isBlank()
                ? payload -> ObjectValue.empty()
                : source(
                    "headerTemplate", config.headerTemplateType, config.headerTemplate, binding),
            lifetime(config.expiresIn));
    if (Credential.isNamed(config.credentialNameTemplate)) {
      return Credential.missing(config.credentialNameTemplate);
    }
    return node -> {
      Value result;
      try {
        result = Value.of(token(config, parts, node));
      } catch (CryptoFailure failure) {
        result = ObjectValue.of("error", failure.asTypedError());
      }
      if (config.destinationPath != null) {
        node.payload().set(config.destinationPath, result);
      }
      return NodeAction.NEXT;
    };
  }

  private static String token(Config config, Parts parts, NodeContext node) {
    Payload payload = node.payload();
    String secret = config.secretTemplate.render(payload);
    if (secret.isEmpty()) {
      throw failure("secretOrPrivateKey must have a value");
    }
    ObjectValue header = header(parts, payload);
    TokenAlgorithm algorithm = algorithm(header);
    TokenKey key = TokenKey.signing(secret);
    algorithm.requireSigning(key);
    ObjectValue claims =
        claims(
            parts,
            payload,
            config.issuerTemplate.render(payload),
            node.clock().instant().getEpochSecond());
    return JsonWebToken.sign(header, claims, algorithm, key, node.random());
  }

  /** The usual header; what the flow gives comes after it and takes the place of the same name. */
  private static ObjectValue header(Parts parts, Payload payload) {
    if (!(parts.header.apply(payload) instanceof ObjectValue given)) {
      throw failure("\"header\" must be an object");
    }
    ObjectValue.Builder header =
        ObjectValue.builder().put("alg", parts.algorithm.in(payload).name()).put("typ", "JWT");
    given.forEach(header::put);
    return header.build();
  }

  /** The algorithm of a header. Tokens without a signature are not among them. */
  private static TokenAlgorithm algorithm(ObjectValue header) {
    return (header.get("alg") instanceof StringValue name
            ? TokenAlgorithm.named(name.text())
            : Optional.<TokenAlgorithm>empty())
        .orElseThrow(() -> failure("\"alg\" must be " + TokenAlgorithm.FORM));
  }

  /** The claims, with the time of issue, and with end and issuer where the flow gives neither. */
  private static ObjectValue claims(Parts parts, Payload payload, String issuer, long now) {
    Value data = parts.claims.apply(payload);
    if (!(data instanceof ObjectValue given)) {
      throw failure(
          data.equals(Value.undefined())
              ? "payload is required"
              : "Expected \"payload\" to be a plain object.");
    }
    for (String time : TIMES) {
      if (given.has(time) && !(given.get(time) instanceof NumberValue)) {
        throw failure("\"" + time + "\" should be a number of seconds");
      }
    }
    double issuedAt = given.get("iat").isTruthy() ? given.get("iat").toNumber() : now;
    ObjectValue.Builder claims = given.toBuilder().put("iat", Value.of(issuedAt));
    if (parts.lifetime != null && !given.has("exp")) {
      claims.put("exp", Value.of(parts.lifetime.end(issuedAt)));
    }
    if (!issuer.isEmpty() && given.get("iss").equals(Value.undefined())) {
      claims.put("iss", issuer);
    }
    return claims.build();
  }

  /** What a field gives; undefined if it is not there or no JSON. */
  private static Function<Payload, Value> source(
      String field, SourceType type, String source, NodeBinding binding) {
    return switch (type) {
      case JSON -> {
        JsonTemplate template = binding.jsonTemplate(field, source);
        yield payload -> template.evaluate(payload, Value.undefined());
      }
      case PATH -> {
        PayloadPath path = binding.path(field, source);
        yield payload -> payload.get(path);
      }
    };
  }

  private static @Nullable TokenLifetime lifetime(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return TokenLifetime.parse(text)
        .orElseThrow(
            () ->
                new InvalidConfigException(
                    "expiresIn", "is no span of time", text, TokenLifetime.FORM));
  }

  private static CryptoFailure failure(String message) {
    return new CryptoFailure("Error", message);
  }
}
