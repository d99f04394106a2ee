/** The command line. */
module dev.sluice.server {
  requires dev.sluice.api;
  requires dev.sluice.core;
  requires info.picocli;
  requires static org.jspecify;

  opens dev.sluice.server.command to
      info.picocli;
}
