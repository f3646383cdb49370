/** What is asked of the organization, edited: forms, the text itself, drafts and their publication. */
package io.exhibit.console.book;
