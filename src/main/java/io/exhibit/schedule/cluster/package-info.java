/**
 * What the nodes of a cluster share through PostgreSQL: who they are, which of them writes the log, and who asks which account.
 * Quartz keeps its jobs in the same database.
 */
package io.exhibit.schedule.cluster;
