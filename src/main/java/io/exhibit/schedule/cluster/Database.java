package io.exhibit.schedule.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database of a cluster, with its tables as this version of the program has them. */
public final class Database implements Closeable {

    private static final long PATIENCE = 10_000;

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Connects, and makes or changes the tables where that is needed.
     *
     * @param url of a PostgreSQL database, as its JDBC driver takes it
     * @param connections that are kept at most
     * @throws IOException when it cannot be reached, refuses the user, or has tables of a later version
     */
    public static Database open(String url, String user, String password, int connections) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("exhibit");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE);
        // A server that is gone without a word must not be waited for until the system gives up.
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("ApplicationName", "exhibit");
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new IOException("The database " + url + " could not be reached as " + user + ": " + cause(e), e);
        }
        boolean open = false;
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations(new String[0])
                    .javaMigrations(Migration.all())
                    .table("exhibit_migrations")
                    // Tables of a later version of the program are none of ours to write.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            open = true;
            return new Database(pool);
        } catch (FlywayException e) {
            throw new IOException(
                    "The tables in the database " + url + " are not what this version of Exhibit keeps there, and could"
                            + " not be brought to it: " + cause(e),
                    e);
        } finally {
            if (!open) {
                pool.close();
            }
        }
    }

    private static String cause(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage()).strip();
    }

    /** One connection, of the pool, to be closed. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Changes rows; returns how many. */
    int change(String sql, Object... values) throws IOException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Reads one row as something. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Every row that a statement gives, which may change rows too. */
    <T> List<T> rows(Row<T> row, String sql, Object... values) throws IOException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet found = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (found.next()) {
                all.add(row.of(found));
            }
            return all;
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Several statements that take effect together or not at all. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    void together(Work work) throws IOException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                work.on(connection);
                connection.commit();
                done = true;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static IOException trouble(SQLException e) {
        return new IOException("The nodes' database did not answer: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        pool.close();
    }
}
