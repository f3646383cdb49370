package io.exhibit.schedule.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** One change of the tables, from a file that travels with the program; all are listed, so that nothing is searched for. */
final class Migration implements JavaMigration {

    private final String number;
    private final String description;

    private Migration(String number, String description) {
        this.number = number;
        this.description = description;
    }

    /** Every change, in order. One that was released is never edited: what follows is another. */
    static JavaMigration[] all() {
        return new JavaMigration[] {
            new Migration("1", "quartz"), new Migration("2", "nodes"), new Migration("3", "leaving")
        };
    }

    private byte[] sql() {
        String name = "V" + number + "__" + description + ".sql";
        try (InputStream in = Migration.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own " + name + " could not be read", e);
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(number);
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public Integer getChecksum() {
        CRC32 checksum = new CRC32();
        checksum.update(sql());
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(new String(sql(), StandardCharsets.UTF_8));
        }
    }
}
