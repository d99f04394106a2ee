package dev.sluice.core.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.core.compile.FlowCompiler;
import dev.sluice.core.compile.FlowCompiler.Compilation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compiles flow versions, each content once as long as it is remembered. */
final class CompiledVersions {
  private final FlowCompiler compiler;
  private final Cache<String, Compilation> remembered;

  CompiledVersions(FlowCompiler compiler, int bound) {
    this.compiler = compiler;
    this.remembered = Caffeine.newBuilder().maximumSize(bound).build();
  }

  Compilation compile(FlowVersion version) {
    String content = hash(version);
    Compilation known = remembered.getIfPresent(content);
    if (known != null) {
      return known;
    }
    Compilation compilation = compiler.compile(version);
    // What calls custom nodes was compiled against those in service then, which may have changed.
    if (compilation.flow().stream().allMatch(flow -> flow.calls().isEmpty())) {
      remembered.put(content, compilation);
    }
    return compilation;
  }

  private static String hash(FlowVersion version) {
    try {
      byte[] content = version.toJson().toJson().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
