/** What is wrong now, and who has been told: looks at the vault, the book and what the node says of itself; sends nothing. */
package io.exhibit.run.watch;
