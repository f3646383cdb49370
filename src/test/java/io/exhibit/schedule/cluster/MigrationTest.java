package io.exhibit.schedule.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.run.Shares;
import io.exhibit.schedule.Paused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;

/** A database as an earlier version left it, in a real PostgreSQL. */
@OneJdk
class MigrationTest {

    private static final Instant NIGHT = Instant.parse("2026-10-05T02:15:00Z");

    /** That of the second change of the tables: nobody noted yet whether a node was being stopped. */
    @Test
    void whatNodesSharedIsThereWhenTheNextVersionStarts() throws Exception {
        String url = Postgres.database();
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .locations(new String[0])
                .javaMigrations(Arrays.copyOf(Migration.all(), 2))
                .table("exhibit_migrations")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into node values ('a-00000001', '0.1.0 aa', 's1', now(), now());"
                    + " update writer set epoch = 41, node = 'a-00000001';"
                    + " insert into run values ('2026-10-05T021500Z', '2026-10-05T02:15:00Z', '');"
                    + " insert into share values ('2026-10-05T021500Z', '111122223333', 2, 'a-00000001', false),"
                    + " ('2026-10-05T021500Z', '222233334444', 1, 'a-00000001', true);"
                    + " insert into pause values ('collect', '2026-10-04T09:00:00Z', 'Jane Roe', 'a move', null, '');"
                    + " insert into sign values (1, '2026-10-05T02:16:00Z');"
                    + " insert into shared_text values ('told', '{}')");
        }

        try (Database database = Postgres.open(url)) {
            assertThat(new Nodes(database).all()).singleElement().satisfies(node -> {
                assertThat(node.name()).isEqualTo("a-00000001");
                assertThat(node.program()).isEqualTo("0.1.0 aa");
                assertThat(node.leaving()).isFalse();
            });
            Shares shares = new SqlShares(database, "b-00000001");
            assertThat(shares.open()).contains(new Shares.Open("2026-10-05T021500Z", NIGHT, ""));
            assertThat(shares.pending("2026-10-05T021500Z")).containsExactly("111122223333");
            SqlState state = new SqlState(database);
            assertThat(state.sign()).contains(NIGHT.plusSeconds(60));
            assertThat(state.pauses()).extracting(Paused::by).containsExactly("Jane Roe");
            assertThat(database.rows(row -> row.getLong(1), "select epoch from writer"))
                    .containsExactly(41L);
        }
    }

    /** A database that has a change is refused when the program has another one under its number. */
    @Test
    void aChangeOfTheTablesIsNeverEdited() {
        assertThat(Arrays.stream(Migration.all()).map(JavaMigration::getChecksum))
                .startsWith(List.of(666_729_229, 228_512_464).toArray(Integer[]::new));
    }
}
