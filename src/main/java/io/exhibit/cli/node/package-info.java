/** A process that works by the calendar, alone or as one of several: its runs, its looks, and how it shows itself. */
package io.exhibit.cli.node;
