/** Commands of whoever keeps the book and the templates: reading, comparing, previewing, asking and approving them. */
package io.exhibit.cli.book;
