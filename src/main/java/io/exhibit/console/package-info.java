/**
 * The pages for a browser: what the commands tell, for officers and auditors who have no terminal. It knows what is sealed and the
 * book, and nothing of AWS. Web libraries live here alone.
 */
package io.exhibit.console;
