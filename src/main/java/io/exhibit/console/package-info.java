/**
 * The pages for a browser: what the commands tell, for officers and auditors who have no terminal. It knows what is sealed and the
 * book, and nothing of AWS. Web libraries live here alone. Here stand the server, the table of its addresses and what it asks; each
 * kind of page has a room of its own.
 */
package io.exhibit.console;
