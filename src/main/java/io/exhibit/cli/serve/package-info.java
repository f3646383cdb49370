/** Commands of the calendar: serving it, and what is due, paused, resumed and carried out by hand. */
package io.exhibit.cli.serve;
