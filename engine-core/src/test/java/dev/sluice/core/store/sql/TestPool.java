package dev.sluice.core.store.sql;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool of connections, as small as one can be. */
final class TestPool implements DataSource, AutoCloseable {
  private final DataSource source;
  private final Semaphore free;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  TestPool(DataSource source, int size) {
    this.source = source;
    this.free = new Semaphore(size);
  }

  @Override
  public Connection getConnection() throws SQLException {
    free.acquireUninterruptibly();
    try {
      Connection known = idle.poll();
      Connection connection = known == null ? source.getConnection() : known;
      AtomicBoolean closed = new AtomicBoolean();
      return (Connection)
          Proxy.newProxyInstance(
              TestPool.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  if (closed.compareAndSet(false, true)) {
                    giveBack(connection);
                  }
                  return null;
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause() == null ? e : e.getCause();
                }
              });
    } catch (SQLException e) {
      free.release();
      throw e;
    }
  }

  private void giveBack(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      idle.add(connection);
    }
    free.release();
  }

  @Override
  public void close() throws SQLException {
    Connection connection = idle.poll();
    while (connection != null) {
      connection.close();
      connection = idle.poll();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
