package dev.sluice.peers.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB, whose log is flushed at each write. */
final class RocksDbCandidate implements Candidate {
  private final DBOptions options;
  private final WriteOptions durable = new WriteOptions().setSync(true);
  private final RocksDB database;
  private final List<ColumnFamilyHandle> families;
  private final ColumnFamilyHandle counters;
  private final ColumnFamilyHandle heads;
  private final ColumnFamilyHandle bodies;

  private RocksDbCandidate(DBOptions options, RocksDB database, List<ColumnFamilyHandle> families) {
    this.options = options;
    this.database = database;
    this.families = families;
    counters = families.get(1);
    heads = families.get(2);
    bodies = families.get(3);
  }

  static RocksDbCandidate open(Path folder) throws RocksDBException {
    DBOptions options =
        new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true);
    List<ColumnFamilyHandle> families = new ArrayList<>();
    RocksDB database =
        RocksDB.open(
            options,
            folder.toString(),
            List.of(
                new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY),
                family("counter"),
                family("document"),
                family("document_body")),
            families);
    return new RocksDbCandidate(options, database, families);
  }

  private static ColumnFamilyDescriptor family(String name) {
    return new ColumnFamilyDescriptor(name.getBytes(UTF_8));
  }

  @Override
  public void increment(List<String> keys) throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      for (String key : keys) {
        byte[] amount = ByteBuffer.allocate(Long.BYTES).putLong(count(key) + 1).array();
        batch.put(counters, key.getBytes(UTF_8), amount);
      }
      database.write(durable, batch);
    }
  }

  @Override
  public long count(String key) throws RocksDBException {
    byte[] amount = database.get(counters, key.getBytes(UTF_8));
    return amount == null ? 0 : ByteBuffer.wrap(amount).getLong();
  }

  @Override
  public void put(List<Document> documents) throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      for (Document document : documents) {
        byte[] id = document.id().getBytes(UTF_8);
        batch.put(heads, id, document.head().getBytes(UTF_8));
        batch.put(bodies, id, document.body().getBytes(UTF_8));
      }
      database.write(durable, batch);
    }
  }

  @Override
  public List<String> heads() throws RocksDBException {
    List<String> found = new ArrayList<>();
    try (RocksIterator rows = database.newIterator(heads)) {
      for (rows.seekToFirst(); rows.isValid(); rows.next()) {
        found.add(new String(rows.value(), UTF_8));
      }
      rows.status();
    }
    return found;
  }

  @Override
  public @Nullable String body(String id) throws RocksDBException {
    byte[] body = database.get(bodies, id.getBytes(UTF_8));
    return body == null ? null : new String(body, UTF_8);
  }

  @Override
  public boolean check() throws RocksDBException {
    database.verifyChecksum();
    return true;
  }

  @Override
  public void close() throws RocksDBException {
    families.forEach(ColumnFamilyHandle::close);
    database.closeE();
    durable.close();
    options.close();
  }
}
