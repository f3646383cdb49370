package io.exhibit.schedule.cluster;

import io.exhibit.schedule.WallClockStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz's store in the database of a cluster. */
public final class ClusterStore {

    /** Milliseconds between two signs of life of a node's schedule; after twice that its jobs go to others. */
    private static final int CHECK_IN = 5_000;

    /** Milliseconds after which a node looks for jobs that others have handed out. */
    private static final int LOOK = 2_000;

    private ClusterStore() {}

    /**
     * Settings of a scheduler.
     *
     * @param node name of this process, which no other one has
     * @param threads jobs that it runs at once
     */
    public static Properties settings(Database database, String node, int threads) {
        // Quartz keeps these in a static map, so that two nodes of one process need two names.
        String source = "exhibit " + node;
        DBConnectionManager.getInstance().addConnectionProvider(source, new Lent(database));
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "exhibit");
        settings.setProperty("org.quartz.scheduler.instanceId", node);
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.idleWaitTime", Integer.toString(LOOK));
        settings.setProperty("org.quartz.scheduler.dbFailureRetryInterval", Integer.toString(CHECK_IN));
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
        settings.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        settings.setProperty("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        settings.setProperty("org.quartz.jobStore.driverDelegateInitString", WallClockStore.SETTING);
        settings.setProperty("org.quartz.jobStore.dataSource", source);
        // Texts only: nothing that a database holds is made into objects of classes that it names.
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        settings.setProperty("org.quartz.jobStore.isClustered", "true");
        settings.setProperty("org.quartz.jobStore.clusterCheckinInterval", Integer.toString(CHECK_IN));
        settings.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return settings;
    }

    /** Connections of our own pool, which outlives the schedule. */
    private record Lent(Database database) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return database.connection();
        }

        @Override
        public void shutdown() {
            // Whoever opened the database closes it.
        }

        @Override
        public void initialize() {
            // It is open.
        }
    }
}
