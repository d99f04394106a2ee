/** The engine. Hosts see it through {@code dev.sluice.api} only. */
module dev.sluice.core {
  requires transitive dev.sluice.api;
  requires com.fasterxml.jackson.databind;
  requires com.github.benmanes.caffeine;
  requires re2j;
  requires static org.jspecify;
}
