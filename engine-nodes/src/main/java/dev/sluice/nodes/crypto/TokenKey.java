package dev.sluice.nodes.crypto;

/** What tokens are signed and verified with: a secret, or a key pair in PEM. */
sealed interface TokenKey {
  /** A text that both sides know. */
  record Secret(byte[] bytes) implements TokenKey {}

  /** A private or a public key. */
  record Pair(Key key) implements TokenKey {}

  /** The private key that a text is, else the text itself. */
  static TokenKey signing(String text) {
    try {
      return new Pair(Keys.privateKey(text));
    } catch (CryptoFailure e) {
      return new Secret(Encoding.UTF8.decode(text));
    }
  }

  /** The public key that a text is or holds, else the text itself. */
  static TokenKey verifying(String text) {
    try {
      return new Pair(Keys.publicKey(text));
    } catch (CryptoFailure e) {
      return new Secret(Encoding.UTF8.decode(text));
    }
  }
}
