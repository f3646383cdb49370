/**
 * Starts runs by the calendar. Quartz lives here.
 * Jobs are thin: they read their data and call run.
 */
package io.exhibit.schedule;
