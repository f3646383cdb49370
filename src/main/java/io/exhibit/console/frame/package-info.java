/** What every page stands in: the month as it stands, and the frame with who is in, where, and of when it is. */
package io.exhibit.console.frame;
