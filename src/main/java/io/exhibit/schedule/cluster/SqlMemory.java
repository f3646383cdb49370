package io.exhibit.schedule.cluster;

import io.exhibit.run.Work;
import io.exhibit.run.watch.Failures.Failure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What nodes remember together: what could not be done, and what was told. */
public final class SqlMemory {

    private final Database database;

    public SqlMemory(Database database) {
        this.database = database;
    }

    /** What could not be done. */
    public List<Failure> all() throws IOException {
        return database.rows(
                row -> new Failure(
                        Work.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4)),
                "select work, what, since, words from failure order by what");
    }

    /** Remembers it; of one that is there already the words change, and since when stays. */
    public void put(Failure failure) throws IOException {
        database.change(
                "insert into failure (work, what, since, words) values (?, ?, ?, ?) on conflict (what) do update set"
                        + " words = excluded.words",
                failure.work().name(),
                failure.what(),
                failure.since().atOffset(ZoneOffset.UTC),
                failure.words());
    }

    /** Forgets what is named, and all of a kind of work if one is given. */
    public void remove(String what, Optional<Work> work) throws IOException {
        database.change(
                "delete from failure where what = ? or work = ?",
                what,
                work.map(Work::name).orElse(""));
    }

    /** A text by its name. */
    public Optional<String> text(String name) throws IOException {
        return database.rows(row -> row.getString(1), "select content from shared_text where name = ?", name).stream()
                .findFirst();
    }

    /** A text under its name, instead of the one before. */
    public void keep(String name, String content) throws IOException {
        database.change(
                "insert into shared_text (name, content) values (?, ?) on conflict (name) do update set content ="
                        + " excluded.content",
                name,
                content);
    }

    /** Does something while no other node does it; empty while one does. The database lets go when a node dies. */
    public <T> Optional<T> alone(String what, Callable<T> work) throws Exception {
        try (Connection connection = database.connection()) {
            if (!locks(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", what)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.call());
            } finally {
                locks(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", what);
            }
        }
    }

    private static boolean locks(Connection connection, String sql, String what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, what);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
