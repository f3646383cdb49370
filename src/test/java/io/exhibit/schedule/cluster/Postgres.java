package io.exhibit.schedule.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL on loopback, one for all tests of a JVM, with a database for whoever wants one. */
public final class Postgres {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static EmbeddedPostgres server;
    private static Path data;

    private Postgres() {}

    public static synchronized EmbeddedPostgres server() throws IOException {
        if (server == null) {
            data = Files.createTempDirectory("exhibit-postgres");
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    // What was committed outlives a crash of the server, as it does where a server is set up as usual.
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        }
        return server;
    }

    /** Address of a new, empty database for the user {@code postgres}, who needs no password. */
    public static String database() throws IOException, SQLException {
        String name = "exhibit" + MADE.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return "jdbc:postgresql://127.0.0.1:" + server().getPort() + "/" + name;
    }

    /**
     * Stops the server and starts it again.
     *
     * @param mode of pg_ctl: fast, or immediate, which is a crash
     */
    public static void restart(String mode) throws IOException, InterruptedException {
        Path postgres = Path.of(ProcessHandle.of(postmaster())
                .flatMap(process -> process.info().command())
                .orElseThrow(() -> new IOException("the server does not run")));
        // By whom it was started: in a name space of its own the superuser is none, which the server insists upon.
        Process control = new ProcessBuilder(
                        "unshare",
                        "-U",
                        postgres.resolveSibling("pg_ctl").toString(),
                        "-D",
                        data.toString(),
                        "-m",
                        mode,
                        "-w",
                        "-l",
                        data.resolve("restarted.log").toString(),
                        "restart")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("pg_ctl.log").toFile())
                .start();
        if (control.waitFor() != 0) {
            throw new IOException("pg_ctl: " + Files.readString(data.resolve("pg_ctl.log")));
        }
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
    }

    /** Does something in a database that the program would not. */
    public static void run(String url, String sql) throws IOException {
        try (Database database = open(url)) {
            database.change(sql);
        }
    }

    /** The accounts that are being asked, with the turn of who asks. */
    public static Map<String, Integer> turns(String url) throws SQLException {
        Map<String, Integer> turns = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select run || ' ' || account, turn from share where not done and turn > 0")) {
            while (rows.next()) {
                turns.put(rows.getString(1), rows.getInt(2));
            }
        }
        return turns;
    }

    public static Database open(String url) throws IOException {
        return Database.open(url, "postgres", "", 4);
    }
}
