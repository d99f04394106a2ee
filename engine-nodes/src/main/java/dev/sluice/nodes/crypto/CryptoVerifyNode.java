package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import org.jspecify.annotations.Nullable;

/** Branches on whether a signature is that of a text. */
public final class CryptoVerifyNode implements NodeType<CryptoVerifyNode.Config> {
  private static final int INVALID = 0;
  private static final int VALID = 1;

  record Config(
      @Description("The service credential that has the key.") @Default("")
          StringTemplate credentialNameTemplate,
      @Description("How the key is given: as a template, at a path, or in a file.")
          TextSource.@Nullable Type keyTemplateType,
      @Description("The public key, a certificate or the private key, in PEM.") @Default("")
          String keyTemplate,
      @Description("What was signed.") StringTemplate dataTemplate,
      @Description("The signature.") StringTemplate signatureTemplate,
      @Description("How the data is written, such as utf8, hex or base64.") @Default("utf8")
          StringTemplate dataEncodingTemplate,
      @Description("The hash: MD5, SHA1, SHA256 or SHA384.") @Default("SHA256")
          StringTemplate algorithmTemplate,
      @Description("Of an RSA key: RSA_PKCS1_PADDING or RSA_PKCS1_PSS_PADDING.")
          @Default("RSA_PKCS1_PADDING")
          StringTemplate paddingTemplate,
      @Description("Of an EC or DSA key: der or ieee-p1363.") @Default("der")
          StringTemplate dsaEncodingTemplate,
      @Description("How the signature is written, such as base64, hex or latin1.")
          @Default("base64")
          StringTemplate signatureEncodingTemplate,
      @Description("Where to tell what went wrong, which a wrong signature is not.")
          @Nullable PayloadPath resultPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("CryptoVerifyNode", "crypto-verify")
        .label("Crypto: Verify")
        .description("Branches on whether a signature is valid.")
        .minimumAgentVersion("2.3.0")
        .outputs(Outputs.of("invalid", "valid"))
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
      try {
        Key key = Keys.publicKey(source.read(payload));
        byte[] data =
            options.dataEncoding().in(payload).decode(config.dataTemplate.render(payload));
        byte[] signature = signature(config, options, payload);
        return options.scheme(payload).verify(key, data, signature) ? VALID : INVALID;
      } catch (CryptoFailure failure) {
        if (config.resultPath != null) {
          payload.set(config.resultPath, failure.asError());
        }
        return INVALID;
      }
    };
  }

  /** A single reference is taken as it is: two braces would escape what stands for bytes. */
  private static byte[] signature(Config config, SignatureOptions options, Payload payload) {
    String text = Setting.plain(config.signatureTemplate, payload);
    return options.signatureEncoding().in(payload).decode(text);
  }
}
