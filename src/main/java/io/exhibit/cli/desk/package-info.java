/** What the console asks, answered from the vault, the book, the packs and the schedule; and the commands that open it. */
package io.exhibit.cli.desk;
