package io.exhibit.schedule.cluster;

import io.exhibit.schedule.Paused;
import io.exhibit.schedule.ScheduleState;
import io.exhibit.schedule.Task;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The state of a schedule that several nodes have. */
public final class SqlState implements ScheduleState {

    private static final String ALL =
            "select task, since, author, reason, until, resumed_by from pause order by since, task";

    private final Database database;

    public SqlState(Database database) {
        this.database = database;
    }

    @Override
    public List<Paused> pauses() throws IOException {
        return database.rows(SqlState::paused, ALL);
    }

    @Override
    public void change(UnaryOperator<List<Paused>> change) throws IOException {
        database.together(connection -> {
            List<Paused> pauses = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                // Who reads goes on; who changes waits.
                statement.execute("lock table pause in share row exclusive mode");
                try (ResultSet rows = statement.executeQuery(ALL)) {
                    while (rows.next()) {
                        pauses.add(paused(rows));
                    }
                }
                statement.execute("delete from pause");
            }
            for (Paused pause : change.apply(pauses)) {
                add(connection, pause);
            }
        });
    }

    private static void add(Connection connection, Paused pause) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "insert into pause (task, since, author, reason, until, resumed_by) values (?, ?, ?, ?, ?, ?)")) {
            row.setString(1, pause.task().word());
            row.setObject(2, pause.since().atOffset(ZoneOffset.UTC));
            row.setString(3, pause.by());
            row.setString(4, pause.reason());
            row.setObject(
                    5,
                    pause.until().map(until -> until.atOffset(ZoneOffset.UTC)).orElse(null));
            row.setString(6, pause.resumedBy());
            row.executeUpdate();
        }
    }

    private static Paused paused(ResultSet row) throws SQLException {
        String task = row.getString(1);
        return new Paused(
                Task.of(task).orElseThrow(() -> new SQLException("there is no task " + task)),
                instant(row, 2).orElseThrow(),
                row.getString(3),
                row.getString(4),
                instant(row, 5),
                row.getString(6));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public Optional<Instant> sign() throws IOException {
        return database.rows(row -> instant(row, 1), "select seen from sign").stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void sign(Instant now) throws IOException {
        database.change(
                "insert into sign (id, seen) values (1, ?) on conflict (id) do update set seen ="
                        + " greatest(sign.seen, excluded.seen)",
                now.atOffset(ZoneOffset.UTC));
    }
}
