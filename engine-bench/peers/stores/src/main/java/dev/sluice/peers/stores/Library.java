package dev.sluice.peers.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is compared. */
enum Library {
  SQLITE("SQLite", "sqlite-jdbc-"),
  H2("H2, SQL", "h2-"),
  MVSTORE("H2, MVStore", "h2-"),
  ROCKSDB("RocksDB", "rocksdbjni-"),
  XODUS("Xodus", "xodus-", "kotlin-", "annotations-", "commons-compress-", "slf4j-api-");

  private final String title;
  private final List<String> jars;

  Library(String title, String... jars) {
    this.title = title;
    this.jars = List.of(jars);
  }

  /** What it is called in the table. */
  String title() {
    return title;
  }

  /** Whether a jar is this library, or one that it needs. */
  boolean has(Path jar) {
    String name = jar.getFileName().toString();
    return jars.stream().anyMatch(name::startsWith);
  }

  /** Opens the store in a folder, which is made if there is none. */
  Candidate open(Path folder) throws Exception {
    Files.createDirectories(folder);
    return switch (this) {
      case SQLITE -> SqliteCandidate.open(folder);
      case H2 -> H2Candidate.open(folder);
      case MVSTORE -> MvStoreCandidate.open(folder);
      case ROCKSDB -> RocksDbCandidate.open(folder);
      case XODUS -> XodusCandidate.open(folder);
    };
  }
}
