/**
 * How the files of the book are edited by several people: drafts, what they are held against, publication and its history.
 * Texts alone; what they mean is said by whoever reads YAML.
 */
package io.exhibit.run.book;
