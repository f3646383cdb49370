/** Where people and programs read, and how a command ends: the console, the logs, the exit codes, the clock. */
package io.exhibit.cli.terminal;
