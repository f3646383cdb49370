package io.exhibit.schedule.cluster;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Who shares the work. */
public final class Nodes {

    /** A node that was not seen for so many seconds is taken for dead. */
    static final int SECONDS = 30;

    private final Database database;

    public Nodes(Database database) {
        this.database = database;
    }

    /**
     * One node.
     *
     * @param name of the process
     * @param program its version, and the SHA-256 of its jar
     * @param settings SHA-256 of its settings' file
     * @param alive whether it was seen within the last half minute
     * @param accounts that it asks now, "" for the organization itself
     * @param writes whether it writes the log now
     */
    public record Node(
            String name,
            String program,
            String settings,
            Instant started,
            Instant seen,
            boolean alive,
            List<String> accounts,
            boolean writes) {}

    /**
     * Takes a node among them, unless one that is alive has another program or other settings: what that one would make of a
     * night is not what this one would.
     *
     * @return a living node that is another one, or empty when this one is among them now
     */
    public Optional<Node> join(String name, String program, String settings) throws IOException {
        database.change("delete from node where seen < now() - interval '1 day'");
        // It counts itself in first, so that of two different ones that begin at once at least one sees the other.
        database.change(
                "insert into node (name, program, settings, started, seen) values (?, ?, ?, now(), now())"
                        + " on conflict (name) do update set seen = now()",
                name,
                program,
                settings);
        Optional<Node> other = all().stream()
                .filter(node -> node.alive()
                        && !(node.program().equals(program) && node.settings().equals(settings)))
                .findFirst();
        if (other.isPresent()) {
            leave(name);
        }
        return other;
    }

    /** Says that a node is alive; false when it was taken for dead and its row is gone. */
    public boolean beat(String name) throws IOException {
        return database.change("update node set seen = now() where name = ?", name) == 1;
    }

    public void leave(String name) throws IOException {
        database.change("delete from node where name = ?", name);
    }

    /** Every node, dead ones too, by name. */
    public List<Node> all() throws IOException {
        return database.rows(
                row -> new Node(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getBoolean(6),
                        List.of((String[]) row.getArray(7).getArray()),
                        row.getBoolean(8)),
                "select name, program, settings, started, seen, seen > now() - make_interval(secs => ?),"
                        + " array(select account from share where share.node = node.name and not done order by account),"
                        + " exists (select 1 from writer where writer.node = node.name and until >= now())"
                        + " from node order by name",
                SECONDS);
    }
}
