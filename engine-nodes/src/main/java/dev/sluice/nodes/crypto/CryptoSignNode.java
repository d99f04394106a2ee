package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/** Signs a text with a private key. */
public final class CryptoSignNode implements NodeType<CryptoSignNode.Config> {
  record Config(
      @Default("") StringTemplate credentialNameTemplate,
      TextSource.@Nullable Type keyTemplateType,
      @Default("") String keyTemplate,
      StringTemplate dataTemplate,
      @Default("utf8") StringTemplate dataEncodingTemplate,
      @Default("SHA256") StringTemplate algorithmTemplate,
      @Default("RSA_PKCS1_PADDING") StringTemplate paddingTemplate,
      @Default("der") StringTemplate dsaEncodingTemplate,
      @Default("base64") StringTemplate signatureEncodingTemplate,
      PayloadPath resultPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CryptoSignNode", "crypto-sign")
        .label("Crypto: Sign")
        .description("Signs a text with a private key.")
        .minimumAgentVersion("2.3.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    SignatureOptions options =
        SignatureOptions.of(
            config.algorithmTemplate,
            config.paddingTemplate,
            config.dsaEncodingTemplate,
            config.dataEncodingTemplate,
            config.signatureEncodingTemplate);
    if (Credential.isNamed(config.credentialNameTemplate)) {
      return Credential.missing(config.credentialNameTemplate);
    }
    TextSource source =
        TextSource.of("keyTemplate", config.keyTemplateType, config.keyTemplate, binding);
    return node -> {
      Payload payload = node.payload();
      ObjectValue result;
      try {
        Key key = Keys.privateKey(source.read(payload));
        byte[] data =
            options.dataEncoding().in(payload).decode(config.dataTemplate.render(payload));
        byte[] signature = options.scheme(payload).sign(key, data, node.random());
        result =
            ObjectValue.of(
                "signature", Value.of(options.signatureEncoding().in(payload).encode(signature)));
      } catch (CryptoFailure failure) {
        result = failure.asError();
      }
      payload.set(config.resultPath, result);
      return NodeAction.NEXT;
    };
  }
}
