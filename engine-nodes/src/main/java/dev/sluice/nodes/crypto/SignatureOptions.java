package dev.sluice.nodes.crypto;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.payload.Payload;
import dev.sluice.nodes.crypto.SignatureScheme.DsaEncoding;
import dev.sluice.nodes.crypto.SignatureScheme.Padding;
import java.util.Locale;
import java.util.Optional;

/** The fields that say how data is signed, common to signing and verifying. */
record SignatureOptions(
    Setting<HashAlgorithm> hash,
    Setting<Padding> padding,
    Setting<DsaEncoding> dsaEncoding,
    Setting<Encoding> dataEncoding,
    Setting<Encoding> signatureEncoding) {

  static SignatureOptions of(
      StringTemplate algorithm,
      StringTemplate padding,
      StringTemplate dsaEncoding,
      StringTemplate dataEncoding,
      StringTemplate signatureEncoding) {
    return new SignatureOptions(
        Setting.hash("algorithmTemplate", algorithm, HashAlgorithm.FOR_SIGNATURES),
        Setting.of(
            "paddingTemplate",
            padding,
            Padding.PKCS1,
            "RSA_PKCS1_PADDING or RSA_PKCS1_PSS_PADDING",
            SignatureOptions::padding),
        Setting.of(
            "dsaEncodingTemplate",
            dsaEncoding,
            DsaEncoding.DER,
            "der or ieee-p1363",
            SignatureOptions::dsaEncoding),
        Setting.encoding("dataEncodingTemplate", dataEncoding, Encoding.UTF8),
        Setting.encoding("signatureEncodingTemplate", signatureEncoding, Encoding.BASE64));
  }

  SignatureScheme scheme(Payload payload) {
    return new SignatureScheme(hash.in(payload), padding.in(payload), dsaEncoding.in(payload));
  }

  private static Optional<Padding> padding(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT)) {
      case "RSA_PKCS1_PADDING" -> Optional.of(Padding.PKCS1);
      case "RSA_PKCS1_PSS_PADDING" -> Optional.of(Padding.PSS_LONGEST_SALT);
      default -> Optional.empty();
    };
  }

  private static Optional<DsaEncoding> dsaEncoding(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "der" -> Optional.of(DsaEncoding.DER);
      case "ieee-p1363" -> Optional.of(DsaEncoding.IEEE_P1363);
      default -> Optional.empty();
    };
  }
}
