/** What exhibit.yaml says, read and checked, and the options that every command with settings has. */
package io.exhibit.cli.settings;
