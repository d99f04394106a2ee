package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.EnumSet;

/** Puts the hash of a text on the payload, keyed where there is a secret. */
public final class HashNode implements NodeType<HashNode.Config> {
  record Config(
      @Description("What to hash.") StringTemplate dataTemplate,
      @Description("MD5, SHA1, SHA256, SHA384, SHA512, RIPEMD or Whirlpool; SHA256 if blank.")
          @Default("SHA256")
          StringTemplate algorithmTemplate,
      @Description("The secret of an HMAC; without one it is a plain hash.") @Default("")
          StringTemplate secretTemplate,
      @Description("How the hash is written, such as hex, base64 or latin1.") @Default("hex")
          StringTemplate encodingTemplate,
      @Description("How the data is written, such as utf8, hex or base64.") @Default("utf8")
          StringTemplate dataEncodingTemplate,
      @Description("How the secret is written, such as utf8, hex or base64.") @Default("utf8")
          StringTemplate secretEncodingTemplate,
      @Description("Where to put the hash.") PayloadPath destinationPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("HashNode", "hash")
        .label("Crypto: Hash")
        .description("Makes the hash or HMAC of a text.")
        .minimumAgentVersion("1.1.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Setting<HashAlgorithm> algorithm =
        Setting.hash(
            "algorithmTemplate", config.algorithmTemplate, EnumSet.allOf(HashAlgorithm.class));
    Setting<Encoding> encoding =
        Setting.encoding("encodingTemplate", config.encodingTemplate, Encoding.HEX);
    Setting<Encoding> dataEncoding =
        Setting.encoding("dataEncodingTemplate", config.dataEncodingTemplate, Encoding.UTF8);
    Setting<Encoding> secretEncoding =
        Setting.encoding("secretEncodingTemplate", config.secretEncodingTemplate, Encoding.UTF8);
    return node -> {
      Payload payload = node.payload();
      try {
        HashAlgorithm hash = algorithm.in(payload);
        byte[] data = dataEncoding.in(payload).decode(config.dataTemplate.render(payload));
        String secret = config.secretTemplate.render(payload);
        byte[] result =
            secret.isEmpty()
                ? hash.hash(data)
                : hash.hmac(secretEncoding.in(payload).decode(secret), data);
        payload.set(config.destinationPath, Value.of(encoding.in(payload).encode(result)));
      } catch (CryptoFailure failure) {
        throw failure.asNodeException();
      }
      return NodeAction.NEXT;
    };
  }
}
