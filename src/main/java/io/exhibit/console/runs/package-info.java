/** Runs and what is due: what goes on now, and what an operator may begin or pause. */
package io.exhibit.console.runs;
