package io.exhibit.schedule.cluster;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who shares the work. */
public final class Nodes {

    /** A node that was not seen for so many seconds is taken for dead. */
    static final int SECONDS = 30;

    /** One that gave no sign for so long is gone: its host would have started it anew in seconds, and itself in minutes. */
    static final Duration GONE = Duration.ofMinutes(15);

    private final Database database;

    public Nodes(Database database) {
        this.database = database;
    }

    /**
     * One node.
     *
     * @param name of the process: that of its host and eight digits
     * @param program its version, and the SHA-256 of its jar
     * @param settings SHA-256 of its settings' file
     * @param silent how long ago it was seen, by the clock of the database
     * @param leaving whether it was being stopped when it was seen last
     * @param accounts that it asks now, "" for the organization itself
     * @param writes whether it writes the log now
     */
    public record Node(
            String name,
            String program,
            String settings,
            Instant started,
            Instant seen,
            Duration silent,
            boolean leaving,
            List<String> accounts,
            boolean writes) {

        /** Whether it was seen within the last half minute. */
        public boolean alive() {
            return silent.compareTo(Duration.ofSeconds(SECONDS)) < 0;
        }

        /** The host on which it runs, by the host's own name. */
        String host() {
            return name.replaceFirst("-[0-9a-f]{8}$", "");
        }
    }

    /**
     * Takes a node among them, unless one that is alive has another program or other settings: what that one would make of a
     * night is not what this one would.
     *
     * @return a living node that is another one, or empty when this one is among them now
     */
    public Optional<Node> join(String name, String program, String settings) throws IOException {
        tidy();
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

    /**
     * Says that a node is alive; false when its row is gone.
     *
     * @param leaving whether it is being stopped: it is not missed then, also when it is killed before it has left
     */
    public boolean beat(String name, boolean leaving) throws IOException {
        return database.change("update node set seen = now(), leaving = ? where name = ?", leaving, name) == 1;
    }

    /** A node that ends as it should: nobody misses it. */
    public void leave(String name) throws IOException {
        // First, while it is known whose place it took: that one is not missed when this one was stopped.
        tidy();
        database.change("delete from node where name = ?", name);
    }

    /** Those that are gone: no sign for a quarter of an hour, not told to stop, and no later node of their host in their place. */
    public List<Node> gone() throws IOException {
        return missing(all()).stream()
                .filter(node -> node.silent().compareTo(GONE) >= 0)
                .toList();
    }

    /** Misses a node no longer that will not come back; false when none is called so or it is alive. */
    public boolean forget(String name) throws IOException {
        return delete(name);
    }

    /** Dead ones that nobody misses are of no use any more; one that is missed stays, however long. */
    private void tidy() throws IOException {
        List<Node> all = all();
        List<Node> missing = missing(all);
        for (Node node : all) {
            if (!node.alive() && !missing.contains(node)) {
                delete(node.name());
            }
        }
    }

    private boolean delete(String name) throws IOException {
        return database.change(
                        "delete from node where name = ? and seen < now() - make_interval(secs => ?)", name, SECONDS)
                == 1;
    }

    /** Each node takes the place of one of its host that was seen last before it began: of two that died one that comes back is one. */
    private static List<Node> missing(List<Node> all) {
        List<Node> places = new ArrayList<>();
        for (Node node :
                all.stream().sorted(Comparator.comparing(Node::started)).toList()) {
            places.stream()
                    .filter(before ->
                            before.host().equals(node.host()) && !before.seen().isAfter(node.started()))
                    .findFirst()
                    .ifPresent(places::remove);
            if (!node.leaving()) {
                places.add(node);
            }
        }
        return places;
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
                        Duration.ofMillis(row.getLong(6)),
                        row.getBoolean(7),
                        List.of((String[]) row.getArray(8).getArray()),
                        row.getBoolean(9)),
                "select name, program, settings, started, seen, (extract(epoch from now() - seen) * 1000)::bigint, leaving,"
                        + " array(select account from share where share.node = node.name and not done order by account),"
                        + " exists (select 1 from writer where writer.node = node.name and until >= now())"
                        + " from node order by name");
    }
}
