package io.exhibit.schedule.cluster;

import io.exhibit.run.Shares;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The run that is open, in the database. Each step is one statement, so that it is there or not. */
public final class SqlShares implements Shares {

    private final Database database;
    private final String node;

    /** @param node who takes accounts up */
    public SqlShares(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    @Override
    public Optional<Open> open() throws IOException {
        return database
                .rows(
                        row -> new Open(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3)),
                        "select id, due, occasion from run")
                .stream()
                .findFirst();
    }

    @Override
    public Open open(Open asked) throws IOException {
        // Together with its first step: a run without any would never be over.
        database.change(
                "with opened as (insert into run (id, due, occasion) values (?, ?, ?) on conflict do nothing returning id)"
                        + " insert into share (run, account) select id, '' from opened",
                asked.run(),
                asked.due().atOffset(ZoneOffset.UTC),
                asked.occasion());
        return open().orElseThrow(() -> new IOException("the run " + asked.run() + " was closed while it was opened"));
    }

    @Override
    public void add(String run, Collection<String> accounts) throws IOException {
        database.change(
                "insert into share (run, account) select ?, unnest(?::text[]) on conflict do nothing",
                run,
                accounts.toArray(String[]::new));
    }

    @Override
    public List<String> pending(String run) throws IOException {
        return database.rows(
                row -> row.getString(1), "select account from share where run = ? and not done order by account", run);
    }

    @Override
    public Optional<Turn> take(String run, String account) throws IOException {
        return database
                .rows(
                        row -> new Turn(run, account, row.getInt(1)),
                        "update share set turn = turn + 1, node = ? where run = ? and account = ? and not done"
                                + " returning turn",
                        node,
                        run,
                        account)
                .stream()
                .findFirst();
    }

    @Override
    public void note(Turn turn, String unit, String note) throws IOException {
        require(
                turn,
                database.change(
                        "insert into unit (run, account, name, note) select run, account, ?, ? from share"
                                + " where run = ? and account = ? and turn = ? and not done for update",
                        unit,
                        note,
                        turn.run(),
                        turn.account(),
                        turn.number()));
    }

    @Override
    public List<String> notes(String run, Collection<String> accounts) throws IOException {
        return database.rows(
                row -> row.getString(1),
                "select note from unit where run = ? and (cardinality(?::text[]) = 0 or account = any(?::text[]))"
                        + " order by name",
                run,
                accounts.toArray(String[]::new),
                accounts.toArray(String[]::new));
    }

    @Override
    public void done(Turn turn) throws IOException {
        require(
                turn,
                database.change(
                        "update share set done = true where run = ? and account = ? and turn = ? and not done",
                        turn.run(),
                        turn.account(),
                        turn.number()));
    }

    @Override
    public void close(String run) throws IOException {
        database.change("delete from run where id = ?", run);
    }

    private static void require(Turn turn, int rows) throws Superseded {
        if (rows != 1) {
            throw new Superseded("another node has taken up "
                    + (turn.account().isEmpty() ? "the organization" : "the account " + turn.account()) + " of the run "
                    + turn.run() + ", or that run is over");
        }
    }
}
