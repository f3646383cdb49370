/** The other rooms put together as the settings say: the vault, the key, the book, the clients, the channels, and what several nodes share. */
package io.exhibit.cli.wiring;
